using System.Text;
using Acceptance.Cloud;
using Acceptance.Cloud.Permits;
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
        var page = new StringBuilder();
        Paragraph(
            page,
            $"# {Sign(standing.Headline.Tone)} {Text(run.SiteName)}: {Text(standing.Headline.Words.ToLowerInvariant())}"
        );
        Paragraph(page, Text(standing.Headline.Sentence));
        if (standing.Cause is { } cause)
            Answer(page, cause);
        AlsoRed(page, standing);
        Bar(page, standing);
        Waivers(page, standing);
        if (standing.Found.Count > 0)
            Paragraph(
                page,
                string.Join("  \n", standing.Found.Take(3).Select(found => $"**Found, not made.** {Text(found)}"))
            );
        Remarks(page, standing);
        Paragraph(
            page,
            $"{standing.Counts.Sentence}; {standing.RungSentence}. {Spoken.Span(standing.CloudTime)} of cloud "
                + $"time in {Spoken.Span(run.Wall)} of wall time."
        );
        Paragraph(
            page,
            $"Run {Code(run.RunId)} on {Code(run.SiteFile)}, permit "
                + $"{run.Permit.Word()}{(run.Filter is null ? "" : $", filter {Code(run.Filter)}")}, "
                + $"{Spoken.Moment(run.Started)} to {Spoken.Moment(run.Ended)} on the cloud's clock."
        );
        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Answer(StringBuilder page, RedCause cause)
    {
        var diagnosis = cause.Diagnosis;
        page.Append("| the lowest red rung | |\n|---|---|\n");
        Row(
            page,
            "rung",
            $"**{diagnosis.Rung.Name}** ({cause.Height} of {Ladder.Rungs.Count}): {Text(diagnosis.Rung.Means)}"
        );
        if (diagnosis.Victim is { Length: > 0 } victim)
            Row(
                page,
                "victim",
                Code(victim)
                    + (
                        cause.OtherVictims.Count == 0
                            ? ""
                            : $", also {string.Join(", ", cause.OtherVictims.Select(Code))}"
                    )
            );
        Row(page, "what is wrong", Text(cause.What));
        Row(
            page,
            "known issue",
            diagnosis.Issue is { } issue
                ? $"**{Text(issue.Id)}**: {Text(issue.Title)} ({Text(issue.Heading)})"
                : "none of the index matches"
        );
        if (diagnosis.Issue is { } known)
            Row(page, "cause", Text(known.Cause));
        var number = 0;
        foreach (var step in cause.Fix)
            Row(
                page,
                $"fix {++number}",
                $"{Fix(step)}{(step.Needs == Permit.Observe ? "" : $" _({step.Needs.Word()})_")}"
            );
        if (diagnosis.Issue is { } cured)
            Row(page, "cured when", Text(cured.Proof));
        Seen(page, cause.Evidence);
        page.Append('\n');
    }

    private static void Seen(StringBuilder page, Evidence evidence)
    {
        if (evidence.Asked.Length > 0 && evidence.Asked != evidence.ByHand)
            Row(page, "seen by", Code(Plain.Short(evidence.Asked, 300)));
        if (evidence.ByHand.Length > 0)
            Row(page, "by hand", Code(evidence.ByHand));
    }

    private static void AlsoRed(StringBuilder page, RunStanding standing)
    {
        var also = standing.AlsoRed;
        if (also.Count == 0)
            return;
        page.Append("Also red:\n\n");
        foreach (var one in also.Take(5))
            page.Append(
                $"- {Text(one.Title)}: {one.Verdict.Word}, "
                    + Text(Plain.Short(one.Verdict.Beside(), 300))
                    + (one.Verdict.RoutesTo is { } entry ? $" ({Code(entry)})\n" : "\n")
            );
        if (also.Count > 5)
            page.Append($"- and {also.Count - 5} more\n");
        page.Append('\n');
    }

    private static void Bar(StringBuilder page, RunStanding standing)
    {
        page.Append("| item | asks | verdict | |\n|---|---|---|---|\n");
        foreach (var row in standing.Bar)
            page.Append(
                $"| {row.Item.Id} | {Text(row.Item.Asks)} | {VerdictLook.Of(row.Verdict).Sign} {row.Word} | "
                    + $"{Text(Plain.Short(row.Beside, 160))} |\n"
            );
        page.Append('\n');
    }

    private static void Waivers(StringBuilder page, RunStanding standing)
    {
        if (standing.Waivers.Count == 0)
            return;
        page.Append("| waived | owner | until | reason | underneath |\n|---|---|---|---|---|\n");
        foreach (var waiver in standing.Waivers)
            page.Append(
                $"| {Text(waiver.By.Item)} | {Text(waiver.By.Owner)} | {Spoken.Day(waiver.By.Expires)} "
                    + $"({waiver.LeftSentence}) | {Text(waiver.By.Reason)} | "
                    + $"{Text(Plain.Short(waiver.Underneath, 160))} |\n"
            );
        page.Append('\n');
    }

    private static void Remarks(StringBuilder page, RunStanding standing)
    {
        var remarks = standing.Remarks.Except(standing.Found).ToArray();
        if (remarks.Length == 0)
            return;
        foreach (var remark in remarks.Take(8))
            page.Append($"- {Text(remark)}\n");
        if (remarks.Length > 8)
            page.Append($"- and {remarks.Length - 8} more remarks, in the living document\n");
        page.Append('\n');
    }

    private static string Sign(Tone tone) =>
        tone switch
        {
            Tone.Green => VerdictLook.Kept.Sign,
            Tone.Amber => VerdictLook.Unknown.Sign,
            _ => VerdictLook.Broken.Sign,
        };

    private static void Row(StringBuilder page, string name, string cell) => page.Append($"| {name} | {cell} |\n");

    private static void Paragraph(StringBuilder page, string text) => page.Append(text).Append("\n\n");
}
