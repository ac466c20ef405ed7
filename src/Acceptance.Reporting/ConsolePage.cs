using System.Text;
using Acceptance.Cloud;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Reporting.LivingDocument;
using Acceptance.Reporting.Publishing;
using Acceptance.Reporting.Standing;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting;

/// <summary>
/// What is printed last at the end of a run (DESIGN 6.2): the verdict in a line; when red, the answer an operator
/// needs at night; when green, how far and how fast. At most 96 columns, no colour.
/// </summary>
public static class ConsolePage
{
    private const int Width = 96;
    private const int Margin = 20;
    private const int MostOfAnEntry = 2_400;

    /// <param name="written">What <see cref="ReportWriter"/> left; null when nothing was written.</param>
    public static string Of(RunRecord run, IReadOnlyList<WrittenReport>? written = null)
    {
        run = PublishedRun.Of(run);
        var standing = RunStanding.Of(run);
        var page = new StringBuilder();
        page.Append('=', Width).Append('\n');
        foreach (
            var line in Wrapping.Fold(
                Plain.Line((Sentence)$"{standing.Headline.Words}. {standing.Headline.Sentence}"),
                Width
            )
        )
            page.Append(line).Append('\n');
        page.Append('\n');
        if (standing.Cause is { } cause)
            Answer(page, cause);
        AlsoRed(page, standing);
        foreach (var waiver in standing.Waivers)
            Entry(
                page,
                "waived",
                $"{waiver.Item} by {waiver.By.Owner} until {Spoken.Day(waiver.By.Expires)} "
                    + $"({waiver.LeftSentence}): {waiver.By.Reason}"
            );
        foreach (var found in standing.Found.Take(2))
            Entry(page, "found, not made", found);
        Measure(page, standing, run);
        Files(page, standing, written);
        page.Append('=', Width).Append('\n');
        return ConsoleText.Lines(page.ToString());
    }

    private static void Measure(StringBuilder page, RunStanding standing, RunRecord run)
    {
        if (standing.Level != AcceptanceLevel.NotAccepted)
            Entry(page, "level", $"{Spoken.Level(standing.Level)}");
        Entry(page, "scenarios", standing.Counts.Sentence);
        Entry(page, "ladder", standing.RungSentence);
        Entry(page, "time", $"{Spoken.Span(standing.CloudTime)} of cloud time in {Spoken.Span(run.Wall)} of wall time");
        Entry(
            page,
            "run",
            $"{run.RunId} on {run.SiteName} ({run.SiteFile}), permit "
                + $"{run.Permit.Word()}{(run.Filter is null ? "" : $", filter {run.Filter}")}"
        );
    }

    private static void Answer(StringBuilder page, RedCause cause)
    {
        var diagnosis = cause.Diagnosis;
        Entry(
            page,
            cause.Place,
            $"{diagnosis.Rung.Name} ({cause.Height} of {Ladder.Rungs.Count}): {diagnosis.Rung.Means}"
        );
        if (diagnosis.Victim is { Length: > 0 } victim)
            Entry(
                page,
                "victim",
                cause.OtherVictims.Count == 0
                    ? (Sentence)$"{victim}"
                    : $"{victim}, also {string.Join(", ", cause.OtherVictims)}"
            );
        Entry(page, "what is wrong", cause.What);
        if (diagnosis.Issue is { } issue)
        {
            Entry(page, "known issue", $"{issue.Id}: {issue.Title}");
            Entry(page, "", $"{issue.Heading}");
            Entry(page, "cause", $"{issue.Cause}");
            var number = 0;
            foreach (var step in cause.Fix)
                Step(page, ++number, step);
            Entry(page, "cured when", $"{issue.Proof}");
        }
        else
        {
            Entry(page, "known issue", $"none of the index matches; the evidence is where to go on from");
        }

        Seen(page, cause.Evidence);
        page.Append('\n');
    }

    private static void Seen(StringBuilder page, Evidence evidence)
    {
        if (evidence.AskedOtherwise is { } asked)
            Entry(page, "seen by", $"{Plain.Short(asked, 240)}");
        // A command folded over two lines cannot be copied: one that is too long is in the living document.
        if (Plain.Line(evidence.ByHand) is { Length: > 0 and <= Width - Margin } hand)
            Entry(page, "by hand", $"{hand}");
    }

    private static void Step(StringBuilder page, int number, FilledStep step)
    {
        var name = number == 1 ? "fix" : "";
        FixPiece[] pieces =
        [
            new(false, $"{number}. {(step.Needs == Permit.Observe ? "" : $"({step.Needs.Word()}) ")}"),
            .. step.Pieces,
        ];
        Fold(page, name, Wrapping.Fold(pieces, Width - Margin - 3), "   ");
    }

    private static void AlsoRed(StringBuilder page, RunStanding standing)
    {
        var also = standing.AlsoRed;
        foreach (var one in also.Take(3))
            Entry(
                page,
                "also red",
                $"{Plain.Short((Sentence)$"{one.Title}: {one.Verdict.Beside()}", 220)}"
                    + $"{(one.Verdict.RoutesTo is { } entry ? $" [{entry}]" : "")}"
            );
        if (also.Count > 3)
            Entry(page, "", $"and {also.Count - 3} more");
    }

    private static void Files(StringBuilder page, RunStanding standing, IReadOnlyList<WrittenReport>? written)
    {
        foreach (var report in written ?? [])
        {
            if (report.Failure is { } failure)
                Entry(page, "not written", $"{failure}");
            else if (report.Name == LivingDoc.FileName)
                Entry(
                    page,
                    standing.Cause is null ? "report" : "evidence",
                    standing.Cause is null ? (Sentence)$"{report.Path}" : $"{report.Path}#answer"
                );
        }
    }

    private static void Entry(StringBuilder page, string name, Sentence text) =>
        Fold(
            page,
            name,
            Wrapping.Fold(Plain.Line(OutsideText.Line(text.ToString(), MostOfAnEntry)), Width - Margin),
            ""
        );

    private static void Fold(StringBuilder page, string name, IReadOnlyList<string> lines, string hang)
    {
        for (var index = 0; index < lines.Count; index++)
            page.Append($"  {(index == 0 ? name : ""), -16}  ")
                .Append(index == 0 ? "" : hang)
                .Append(lines[index])
                .Append('\n');
    }
}
