using System.Text.RegularExpressions;
using Acceptance.Cloud.Permits;

namespace Acceptance.Decisions.Permits;

/// <summary>
/// Reads a shell command line just far enough to know what it needs: every simple command in it must be a listed read,
/// nothing may be redirected into a file, and a socket may only be fed a listed question.
/// </summary>
public static partial class ShellText
{
    private static readonly string[] Keywords =
    [
        "if",
        "then",
        "else",
        "elif",
        "fi",
        "do",
        "done",
        "while",
        "until",
        "!",
        "{",
        "}",
    ];

    /// <summary>What HAProxy's admin socket answers without changing anything.</summary>
    private static readonly string[] SocketQuestions = ["show stat", "show info", "show servers state", "show proc"];

    public static Permit Permit(string command) =>
        ShellLine.Pipelines(command) is { } pipelines
            ? pipelines.Select(OfPipeline).DefaultIfEmpty(Cloud.Permits.Permit.Observe).Max()
            : Cloud.Permits.Permit.Mutate;

    private static Permit OfPipeline(IReadOnlyList<IReadOnlyList<string>> commands)
    {
        var stages = commands.Select(Bare).ToArray();
        return stages
            .Select(
                (words, index) =>
                    Feeds(words) && !(index > 0 && IsQuestion(stages[index - 1]))
                        ? Cloud.Permits.Permit.Mutate
                        : PermitTable.ForArgv(words)
            )
            .Max();
    }

    /// <summary>Without the shell's own words and variable assignments; the values of a `for` are data.</summary>
    private static IReadOnlyList<string> Bare(IReadOnlyList<string> words)
    {
        var bare = words.SkipWhile(word => Keywords.Contains(word) || Assignment().IsMatch(word)).ToArray();
        return bare is ["for", _, "in", ..] ? [] : bare;
    }

    private static bool Feeds(IReadOnlyList<string> words) => words.Any(word => Path.GetFileName(word) == "socat");

    private static bool IsQuestion(IReadOnlyList<string> words) =>
        words is ["echo" or "printf", ..]
        && SocketQuestions.Contains(string.Join(' ', words.Skip(1)).Replace("\\n", "", StringComparison.Ordinal));

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*=", RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();
}
