using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.Standing;

/// <summary>The verdict of a run: a few words, and one sentence that says why.</summary>
public sealed record Headline(Tone Tone, string Words, Sentence Sentence)
{
    /// <summary>What somebody answers for beside the bar is said in the same breath.</summary>
    public static Headline Of(RunRecord run, RedCause? cause)
    {
        var headline = OfRun(run, cause);
        SiteWaiver[] waived = [.. Muting.OfIssues([.. WaiverStanding.Of(run).Select(one => one.By)]).Distinct()];
        return waived.Length == 0
            ? headline
            : headline with
            {
                Sentence = $"{headline.Sentence} Waived: {Sentence.Join("; ", waived.Select(Muting.Answered))}.",
            };
    }

    private static Headline OfRun(RunRecord run, RedCause? cause)
    {
        var level = ExitGate.Level(run.Scenarios);
        var counts = VerdictCounts.Of(run.Scenarios);
        if (cause is not null)
            return new Headline(
                Tone.Red,
                level == AcceptanceLevel.NotAccepted ? "NOT ACCEPTED" : "RED",
                Red(cause, level)
            );
        if (run.Scenarios.Count == 0)
            return new Headline(Tone.Red, "NOTHING RAN", $"No scenario ran, so nothing is proven.");
        if (
            run.Scenarios.FirstOrDefault(one => one.Verdict is Verdict.Broken or Verdict.Unknown && !IsGate(one)) is
            { } rehearsal
        )
            return new Headline(
                Tone.Red,
                "RED",
                $"The rehearsal \"{rehearsal.Title}\" failed: {rehearsal.Verdict.Sentence}."
            );
        return Unbroken(run, level, counts);
    }

    private static Headline Unbroken(RunRecord run, AcceptanceLevel level, VerdictCounts counts)
    {
        if (counts.NotPermitted + counts.HeldBack > 0)
            return new Headline(Tone.Amber, "NOT PROVEN", Open(run, counts));
        if (level != AcceptanceLevel.NotAccepted)
            return new Headline(Tone.Green, "ACCEPTED", Accepted(level, run));
        if (run.Scenarios.FirstOrDefault(one => IsGate(one) && !one.Verdict.Passes) is { } gate)
            return new Headline(Tone.Amber, "NOT PROVEN", $"The exit gate: {gate.Verdict.Sentence}.");
        return counts.Passed + counts.Waived == 0
            ? new Headline(Tone.Amber, "NOT PROVEN", $"Nothing was asked, so nothing is proven.")
            : new Headline(
                Tone.Green,
                "KEPT AS FAR AS ASKED",
                $"{Spoken.Count(counts.Passed + counts.Waived, "scenario")} of the bar or beside it, all kept; "
                    + $"acceptance takes the whole bar, and only a part of it ran."
            );
    }

    private static Sentence Red(RedCause cause, AcceptanceLevel level)
    {
        var what = cause.What.ToString().TrimEnd('.');
        Sentence lowest = $"{cause.Where}: {what}.";
        return level == AcceptanceLevel.NotAccepted ? lowest : $"{lowest} (The bar itself: {Spoken.Level(level)}.)";
    }

    private static Sentence Open(RunRecord run, VerdictCounts counts)
    {
        var refused = run
            .Scenarios.Select(one => one.Verdict)
            .Concat(run.Ladder.Select(rung => rung.Verdict))
            .OfType<Verdict.NotPermitted>()
            .ToArray();
        if (refused.Length == 0)
            return $"Nothing is known to be broken; {Spoken.Count(counts.HeldBack, "scenario")} held back.";
        var needed = refused.Max(one => one.Needed).Word();
        return $"Nothing is known to be broken; {Spoken.Count(counts.NotPermitted, "scenario")} not permitted under "
            + $"{run.Permit.Word()}"
            + $"{(counts.HeldBack > 0 ? $", {counts.HeldBack} held back" : "")}. "
            + $"Set ACCEPTANCE_PERMIT={needed} to ask them too.";
    }

    private static Sentence Accepted(AcceptanceLevel level, RunRecord run)
    {
        if (level == AcceptanceLevel.FormallyClosed)
            return $"Formally closed: D-011.1 to D-011.7 are proven.";
        Sentence formal = ExitGate.Row(run.Scenarios, ExitGate.Formal) switch
        {
            Verdict.Waived { By: var by } => (Sentence)$"is waived by {by.Owner} until {Spoken.Day(by.Expires)}",
            null => $"did not run",
            var other => $"is {other.Word}",
        };
        return $"Functionally accepted: D-011.1 to D-011.6 are proven. D-011.7 {formal}, so the gate is not formally "
            + $"closed.";
    }

    private static bool IsGate(ScenarioRecord one) => one.Tags.Contains("phase-08.exit");
}
