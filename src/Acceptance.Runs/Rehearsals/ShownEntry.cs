using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Traps;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Rehearsals;

/// <summary>
/// A trap or a look-alike, shown on a rehearsal's cloud by its script: ID.trap.sh, ID.rule.sh or ID.look.sh of
/// features/lines.
/// </summary>
public sealed record ShownEntry(KnownIssue Issue, string Script, Printed Wanted)
{
    public static ShownEntry Sprung(string id) => OfTrap(id, "trap", trap => trap.Bites);

    public static ShownEntry Avoided(string id) => OfTrap(id, "rule", trap => trap.Avoided);

    public static ShownEntry LookAlike(string id)
    {
        var issue = Entry(id);
        return new(issue, $"{issue.Id}.look.sh", issue.LooksLike ?? throw Refuse(id, "is no look-alike that is shown"));
    }

    /// <summary>The rule of a trap.</summary>
    public static DriverRule RuleOf(string id) =>
        Entry(id).Trap?.Rule ?? throw Refuse(id, "is no trap whose rule our drivers keep");

    public async Task<Reading<ShellAnswer>> Run(Rehearsal rehearsal, string root) =>
        await RehearsalScript.Run(rehearsal, Script, await RehearsalScript.Read(rehearsal, root, Script));

    /// <summary>
    /// Kept when it printed what the entry says, and nothing that it must not; not asked where a program is not
    /// installed.
    /// </summary>
    public Verdict Judge(ShellAnswer answer)
    {
        if (MissingProgram.In(answer, Script) is { } missing)
            return missing;
        var printed = $"{answer.Stdout}\n{answer.Stderr}";
        bool Has(string words) => printed.Contains(words, StringComparison.Ordinal);
        List<string> amiss =
        [
            .. Wanted.Words.Where(words => !Has(words)).Select(words => $"it does not print '{words}'"),
            .. Wanted.Lacks.Where(Has).Select(words => $"it prints '{words}'"),
        ];
        if (Wanted.Exit is { } exit && exit != answer.Exit)
            amiss.Add($"it ends with exit {answer.Exit}, not {exit}");
        return amiss.Count == 0
            ? Verdict.Keep($"{Script} prints {string.Join(", ", Wanted.Words.Select(words => $"'{words}'"))}")
            : Verdict.Break($"{Script}: {string.Join(", ", amiss)}. It printed: {printed.Trim()}", Script, Issue.Id);
    }

    /// <summary>Kept when every check that was asked passes; what the site leaves out alarms nobody.</summary>
    public static Verdict JudgeCalm(IReadOnlyList<(Check Check, Verdict Verdict)> asked) =>
        !asked.Any(one => one.Verdict is Verdict.Kept)
            ? Verdict.NotKnown($"no check was kept, so that none shows whether there is calm")
            : Verdict.All([
                .. asked
                    .Select(one => one.Verdict)
                    .Where(verdict => verdict is not (Verdict.Kept or Verdict.NotAsked))
                    .DefaultIfEmpty(Verdict.Keep($"{asked.Count} checks were asked, and none alarms")),
            ]);

    private static ShownEntry OfTrap(string id, string script, Func<Trap, Printed> wanted)
    {
        var issue = Entry(id);
        return new(
            issue,
            $"{issue.Id}.{script}.sh",
            wanted(issue.Trap ?? throw Refuse(id, "is no trap that is shown"))
        );
    }

    private static KnownIssue Entry(string id) => KnownIssueIndex.Find(id) ?? throw Refuse(id, "is no entry");

    private static ArgumentException Refuse(string id, string why) => new($"'{id}' {why} of the index.", nameof(id));
}
