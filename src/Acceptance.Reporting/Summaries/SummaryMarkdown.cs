using Acceptance.Cloud;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Reporting.Standing;
using Acceptance.Reporting.Words;
using static Acceptance.Reporting.Words.Markdown;

namespace Acceptance.Reporting.Summaries;

/// <summary>summary.md: the page of a pipeline, on one screen.</summary>
public static class SummaryMarkdown
{
    public static string Of(RunRecord run)
    {
        var standing = RunStanding.Of(run);
        Markdown page =
            $"# {Sign(Look(standing.Headline.Tone))} {run.SiteName}: {standing.Headline.Words.ToLowerInvariant()}\n\n";
        page.Add($"{standing.Headline.Sentence}\n\n");
        if (standing.Cause is { } cause)
            Answer(page, cause);
        AlsoRed(page, standing);
        Bar(page, standing);
        Waivers(page, standing);
        if (standing.Found.Count > 0)
            page.Add($"{Join("  \n", standing.Found.Take(3).Select(Found))}\n\n");
        Remarks(page, standing);
        page.Add(
            $"{standing.Counts.Sentence}; {standing.RungSentence}. {Spoken.Span(standing.CloudTime)} of cloud "
                + $"time in {Spoken.Span(run.Wall)} of wall time.\n\n"
        );
        page.Add(
            $"Run {Code(run.RunId)} on {Code(run.SiteFile)}, permit "
                + $"{run.Permit.Word()}{(run.Filter is null ? (Markdown)$"" : $", filter {Code(run.Filter)}")}, "
                + $"{Spoken.Moment(run.Started)} to {Spoken.Moment(run.Ended)} on the cloud's clock."
        );
        return page.ToString();
    }

    private static void Answer(Markdown page, RedCause cause)
    {
        var diagnosis = cause.Diagnosis;
        page.Add($"| the {cause.Place} | |\n|---|---|\n");
        Row(
            page,
            $"rung",
            $"**{diagnosis.Rung.Name}** ({cause.Height} of {Ladder.Rungs.Count}): {diagnosis.Rung.Means}"
        );
        if (diagnosis.Victim is { Length: > 0 } victim)
            Row(
                page,
                $"victim",
                cause.OtherVictims.Count == 0
                    ? (Markdown)$"{Code(victim)}"
                    : $"{Code(victim)}, also {Join(", ", cause.OtherVictims.Select(Code))}"
            );
        Row(page, $"what is wrong", $"{cause.What}");
        Row(
            page,
            $"known issue",
            diagnosis.Issue is { } issue
                ? (Markdown)$"**{issue.Id}**: {issue.Title} ({issue.Heading})"
                : $"none of the index matches"
        );
        if (diagnosis.Issue is { } known)
            Row(page, $"cause", $"{known.Cause}");
        var number = 0;
        foreach (var step in cause.Fix)
            Row(
                page,
                $"fix {++number}",
                step.Needs == Permit.Observe ? (Markdown)$"{step}" : $"{step} _({step.Needs.Word()})_"
            );
        if (diagnosis.Issue is { } cured)
            Row(page, $"cured when", $"{cured.Proof}");
        Seen(page, cause.Evidence);
        page.Add($"\n");
    }

    private static void Seen(Markdown page, Evidence evidence)
    {
        if (evidence.AskedOtherwise is { } asked)
            Row(page, $"seen by", Code(Plain.Short(asked, 300)));
        if (!evidence.ByHand.IsEmpty)
            Row(page, $"by hand", Code(evidence.ByHand));
    }

    private static void AlsoRed(Markdown page, RunStanding standing)
    {
        var also = standing.AlsoRed;
        if (also.Count == 0)
            return;
        page.Add($"Also red:\n\n");
        foreach (var one in also.Take(5))
            page.Add(
                $"- {one.Title}: {one.Verdict.Word}, {Plain.Short(one.Verdict.Beside(), 300)}"
                    + $"{(one.Verdict.RoutesTo is { } entry ? (Markdown)$" ({Code(entry)})" : $"")}\n"
            );
        if (also.Count > 5)
            page.Add($"- and {also.Count - 5} more\n");
        page.Add($"\n");
    }

    private static void Bar(Markdown page, RunStanding standing)
    {
        page.Add($"| item | asks | verdict | |\n|---|---|---|---|\n");
        foreach (var row in standing.Bar)
            page.Add(
                $"| {row.Item.Id} | {row.Item.Asks} | {Sign(VerdictLook.Of(row.Verdict))} {row.Word} | "
                    + $"{Plain.Short(row.Beside, 160)} |\n"
            );
        page.Add($"\n");
    }

    private static void Waivers(Markdown page, RunStanding standing)
    {
        if (standing.Waivers.Count == 0)
            return;
        page.Add($"| waived | owner | until | reason | underneath |\n|---|---|---|---|---|\n");
        foreach (var waiver in standing.Waivers)
            page.Add(
                $"| {waiver.Item} | {waiver.By.Owner} | {Spoken.Day(waiver.By.Expires)} ({waiver.LeftSentence}) | "
                    + $"{waiver.By.Reason} | {Plain.Short(waiver.Underneath, 160)} |\n"
            );
        page.Add($"\n");
    }

    private static void Remarks(Markdown page, RunStanding standing)
    {
        var remarks = standing.Remarks.Except(standing.Found).ToArray();
        if (remarks.Length == 0)
            return;
        foreach (var remark in remarks.Take(8))
            page.Add($"- {remark}\n");
        if (remarks.Length > 8)
            page.Add($"- and {remarks.Length - 8} more remarks, in the living document\n");
        page.Add($"\n");
    }

    private static Markdown Found(Sentence found) => $"**Found, not made.** {found}";

    private static VerdictLook Look(Tone tone) =>
        tone switch
        {
            Tone.Green => VerdictLook.Kept,
            Tone.Amber => VerdictLook.Unknown,
            _ => VerdictLook.Broken,
        };

    // A sign is ours, and stands as it is.
    private static Markdown Sign(VerdictLook look)
    {
        Markdown sign = $"";
        sign.AppendLiteral(look.Sign);
        return sign;
    }

    private static void Row(Markdown page, Markdown name, Markdown cell) => page.Add($"| {name} | {cell} |\n");
}
