using System.Text.RegularExpressions;
using Acceptance.Cloud.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Rehearsals;

/// <summary>A program that this machine lacks, and without which what is typed proves nothing.</summary>
internal static partial class MissingProgram
{
    /// <summary>Not asked, because a program of it is not installed; null where none was missed.</summary>
    public static Verdict? In(ShellAnswer answer, string what) =>
        Missed(answer) is { Success: true } missing
            ? new Verdict.NotAsked(
                $"{what} needs {missing.Groups["program"].Value}, which is not on this machine: install it"
            )
            : null;

    /// <summary>A pipeline ends as its last program does: what the script itself missed is in its words.</summary>
    private static Match Missed(ShellAnswer answer) =>
        answer.Exit == 127 ? Missing().Match(answer.Stderr) : MissingInScript().Match(answer.Stderr);

    /// <summary>As bash and dash say it.</summary>
    [GeneratedRegex(
        @"(?<program>[\w.-]+): (command )?not found",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Missing();

    [GeneratedRegex(
        @"\.sh: line [0-9]+: (?<program>[\w.-]+): command not found",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex MissingInScript();
}
