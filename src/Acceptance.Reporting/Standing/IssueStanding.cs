using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.Standing;

/// <summary>
/// An entry of appendix A in this run: met, guarded, or not looked for; and whether it was rehearsed.
/// </summary>
/// <param name="Seen">The scenario that tells most of it; null when a rung met it or nothing looked.</param>
public sealed record IssueStanding(
    KnownIssue Issue,
    VerdictLook Look,
    Sentence Says,
    ScenarioRecord? Seen,
    ScenarioRecord? Rehearsal
)
{
    private static readonly VerdictLook Met = VerdictLook.Broken with { Word = "met" };

    private static readonly VerdictLook Absent = VerdictLook.Kept with { Word = "absent" };

    private static readonly VerdictLook NotMet = VerdictLook.NotRun with { Word = "not met" };

    private static readonly VerdictLook NotLookedFor = VerdictLook.NotRun with { Word = "not looked for" };

    /// <summary>Whom its fix is for; null when it was not met.</summary>
    public string? Victim { get; private init; }

    public static IReadOnlyList<IssueStanding> Of(RunRecord run)
    {
        var byEntry = run
            .Scenarios.SelectMany(one =>
                one.Tags.Select(KnownIssueIndex.Find)
                    .OfType<KnownIssue>()
                    .Distinct()
                    .Select(issue => (Issue: issue, Scenario: one))
            )
            .ToLookup(pair => pair.Issue.Id, pair => pair.Scenario);
        return [.. KnownIssueIndex.All.Select(issue => Standing(issue, run, [.. byEntry[issue.Id]]))];
    }

    private static IssueStanding Standing(KnownIssue issue, RunRecord run, ScenarioRecord[] tagged)
    {
        var rehearsal = tagged.FirstOrDefault(IsRehearsal);
        ScenarioRecord[] guards = [.. tagged.Where(one => one.IsAcceptance && !IsRehearsal(one))];
        return AsMet(issue, run, rehearsal)
            ?? (guards.Length == 0 ? Unguarded(issue, run, rehearsal) : Guarded(issue, guards, rehearsal));
    }

    private static IssueStanding? AsMet(KnownIssue issue, RunRecord run, ScenarioRecord? rehearsal)
    {
        // The gate repeats what others found, and a rehearsal's fault is its own twin's.
        var met = run
            .Scenarios.Where(one => !IsRehearsal(one) && !one.Tags.Contains("phase-08.exit"))
            .FirstOrDefault(one => Routes(one.Verdict, issue));
        // The rung's own words come first: it looks at nothing but this layer.
        var rung = run.Ladder.Select(one => one.Verdict).FirstOrDefault(one => one is not null && Routes(one, issue));
        if ((rung ?? met?.Verdict) is not { } verdict)
            return null;
        var look = verdict is Verdict.Broken ? Met : VerdictLook.Of(verdict);
        return new(issue, look, verdict.Beside(), met, rehearsal) { Victim = VictimOf(verdict, issue) };
    }

    // No guard of its own ran. A rung that stands makes the entry unlikely, and does not prove it absent.
    private static IssueStanding Unguarded(KnownIssue issue, RunRecord run, ScenarioRecord? rehearsal)
    {
        var stands = run.Ladder.Any(rung =>
            rung.Rung.Name == issue.Rung && rung.Verdict is (Verdict.Kept or Verdict.Recovered)
        );
        Sentence says = $"no finding of this run routes to it, and its rung {issue.Rung} stands";
        return stands
            ? new(issue, NotMet, says, null, rehearsal)
            : new(issue, NotLookedFor, Sentence.Empty, null, rehearsal);
    }

    private static IssueStanding Guarded(KnownIssue issue, ScenarioRecord[] guards, ScenarioRecord? rehearsal)
    {
        var all = Verdict.All([.. guards.Select(one => one.Verdict)]);
        var telling = guards.FirstOrDefault(one => one.Verdict.Word == all.Word) ?? guards[0];
        return all switch
        {
            // Red, but for another entry: this one is neither met nor shown to be absent.
            Verdict.Broken => new IssueStanding(
                issue,
                VerdictLook.Unknown,
                $"its guard is red for another reason{(all.RoutesTo is { } other ? $" ({other})" : "")}",
                telling,
                rehearsal
            ),
            Verdict.Kept or Verdict.Recovered => new IssueStanding(issue, Absent, all.Beside(), telling, rehearsal),
            _ => new IssueStanding(issue, VerdictLook.Of(all), all.Beside(), telling, rehearsal),
        };
    }

    private static bool Routes(Verdict verdict, KnownIssue issue) =>
        verdict is Verdict.Broken or Verdict.Unknown or Verdict.Waived
        && verdict.RoutesTo is { } entry
        && KnownIssueIndex.Find(entry) == issue;

    private static string? VictimOf(Verdict verdict, KnownIssue issue) =>
        verdict is Verdict.Broken broken
            ? broken.Findings.FirstOrDefault(finding => KnownIssueIndex.Find(finding.Entry) == issue)?.Victim
            : null;

    private static bool IsRehearsal(ScenarioRecord one) => one.Tags.Contains("rehearsal");
}
