using System.Text.RegularExpressions;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Rehearsals;

/// <summary>
/// What an entry has an operator do, done on the cloud of a rehearsal as it is typed: the read that confirms the cause,
/// the steps of the fix, the proof, and the deed that it warns of.
/// </summary>
/// <param name="victim">Whom the finding names.</param>
public sealed class Remedy(Rehearsal rehearsal, KnownIssue issue, string? victim)
{
    private Site Site => rehearsal.Cloud.Site;

    /// <summary>Kept when all that is red leads to the entry, or to what follows from it.</summary>
    public async Task<Verdict> JudgeNeighbours()
    {
        HashSet<string> expected = [];
        Follow(issue);
        var asked = 0;
        foreach (var rung in Ladder.Rungs)
        {
            foreach (var (check, verdict) in await rehearsal.AskGates(rung.Name))
            {
                asked++;
                if (Entries(verdict).FirstOrDefault(entry => !expected.Contains(entry)) is { } stray)
                    return Verdict.Break($"{check.Id} leads to {stray}, a neighbour: {verdict.Sentence}", stray, null);
            }
        }

        return Verdict.Keep($"of {asked} checks none leads elsewhere than to {string.Join(", ", expected)}");

        void Follow(KnownIssue one)
        {
            if (!expected.Add(one.Id))
                return;
            foreach (var next in one.Explains)
                Follow(KnownIssueIndex.Find(next)!);
        }
    }

    /// <summary>Kept when the fast confirm shows the cause.</summary>
    public async Task<Verdict> Confirm()
    {
        var (command, answer) = await TypeFastConfirm();
        return MissingProgram.In(answer, command)
            ?? (
                Match(answer) is { Success: true } shown
                    ? Verdict.Keep($"{command} shows: {shown.Value.Trim()}")
                    : Verdict.Break($"{command} does not show the cause: {Words(answer)}", issue.Id, issue.Id)
            );
    }

    /// <summary>Types each step that is for this cause, in order; one that fails as typed is the finding.</summary>
    public async Task<Verdict> Fix(string fault)
    {
        foreach (var check in issue.SeenBy)
        {
            if (await rehearsal.Ask(check) is Verdict.Unknown)
                rehearsal.Blind.Add(check);
        }

        List<string> typed = [];
        foreach (var step in issue.Fix.Where(step => step.Cures?.Contains(fault) ?? true))
        {
            if (Commands(step.Text) is not { Length: > 0 } commands)
                continue;
            var answer = await rehearsal.Type(
                step.Answers is { } answers ? [.. commands.Select(one => AtPrompts(one, answers))] : commands
            );
            var words = string.Join("; ", commands);
            if (MissingProgram.In(answer, words) is { } missing)
                return missing;
            if (answer.Exit != 0)
                return Verdict.Break($"a step of {issue.Id} fails as typed: {words}: {Words(answer)}", issue.Id, null);
            typed.Add($"{words} ({step.Needs.Word()})");
        }

        await rehearsal.BeginAnew();
        return typed.Count > 0
            ? Verdict.Keep($"typed: {string.Join(", then ", typed)}")
            : Verdict.Break($"no step of {issue.Id} can be typed for {fault}", issue.Id, null);
    }

    /// <summary>
    /// Kept when all that saw it is kept again, as far as time may cure it, and the fast confirm shows nothing more.
    /// </summary>
    public async Task<Verdict> Prove()
    {
        var seen = await rehearsal.AskWhile(verdict => !verdict.Passes, AskSeers);
        if (!seen.Passes)
            return Verdict.Break($"the fix of {issue.Id} cures it not: {seen.Words}", issue.Id, issue.Id);
        if (issue.Shows is null)
            return seen;
        var (command, answer) = await TypeFastConfirm();
        return MissingProgram.In(answer, command)
            ?? (
                answer.Exit == 0 && !Match(answer).Success
                    ? Verdict.Keep($"{seen.Sentence}; {command} shows it no more")
                    : Verdict.Break($"{command} after the cure: {Words(answer)}", issue.Id, issue.Id)
            );
    }

    /// <summary>Kept when the deed that the entry warns of, as typed, leaves more to be named than there was.</summary>
    public async Task<Verdict> DoAsWarned()
    {
        var warned = issue.Warned ?? throw new InvalidOperationException($"{issue.Id} warns of nothing to be typed");
        var before = Named(await rehearsal.Ask(warned.Tells));
        var commands = Commands(warned.Text);
        var answer = await rehearsal.Type(commands);
        var words = string.Join("; ", commands);
        if (MissingProgram.In(answer, words) is { } missing)
            return missing;
        var after = await rehearsal.AskWhile(
            verdict => Named(verdict).All(before.Contains),
            () => rehearsal.Ask(warned.Tells)
        );
        return Named(after).FirstOrDefault(one => !before.Contains(one)) is { } more
            ? Verdict.Keep($"{words} made it worse: {more} came beside what was named before ({after.Sentence})")
            : Verdict.Break($"{words} made nothing worse: {Words(answer)}", issue.Id, null);
    }

    private async Task<Verdict> AskSeers()
    {
        List<Verdict> asked = [];
        foreach (var check in issue.SeenBy.Except(rehearsal.Blind))
            asked.Add(await rehearsal.Ask(check));
        // Where no check looks for it, what it darkens is its rung.
        if (asked.Count == 0)
            asked.AddRange((await rehearsal.AskGates(issue.Rung)).Select(gate => gate.Verdict));
        return Verdict.All(asked);
    }

    private async Task<(string Command, ShellAnswer Answer)> TypeFastConfirm()
    {
        var commands = Commands(issue.FastConfirm);
        return (string.Join("; ", commands), await rehearsal.Type(commands));
    }

    /// <summary>In a terminal of its own, once an answer.</summary>
    private static string AtPrompts(string command, string answers) =>
        $"ANSWERS=$({answers}); [ -n \"$ANSWERS\" ]; while read -r ANSWER; do printf '%s\\n' \"$ANSWER\" | "
        + $"script -qec {ShellQuoting.Quote(command)} /dev/null; done <<< \"$ANSWERS\"";

    private string[] Commands(StepText text) =>
        [
            .. Decisions
                .KnownIssues.Fix.Render(text, victim, Site)
                .Pieces.Where(piece => piece.IsCommand)
                .Select(piece => piece.Text),
        ];

    private Match Match(ShellAnswer answer) =>
        Regex.Match(
            $"{answer.Stdout}\n{answer.Stderr}",
            issue.Shows ?? throw new InvalidOperationException($"{issue.Id} does not say what its fast confirm shows"),
            RegexOptions.CultureInvariant | RegexOptions.Multiline,
            TimeSpan.FromSeconds(5)
        );

    private static string Words(ShellAnswer answer) =>
        $"exit {answer.Exit}, {answer.Stdout.Trim()} {answer.Stderr.Trim()}";

    private static HashSet<string> Named(Verdict verdict) =>
        verdict is Verdict.Broken broken ? [.. broken.Findings.Select(finding => finding.Victim)] : [];

    private static IEnumerable<string> Entries(Verdict verdict) =>
        (verdict is Verdict.Broken broken ? broken.Findings.Select(finding => finding.Entry) : [verdict.RoutesTo])
            .OfType<string>()
            .Select(entry => KnownIssueIndex.Find(entry)?.Id ?? entry);
}
