using System.Xml.Linq;
using Acceptance.Cloud.Permits;
using Acceptance.Reporting.Standing;
using Acceptance.Reporting.Words;
using static Acceptance.Reporting.Markup.Html;

namespace Acceptance.Reporting.LivingDocument;

/// <summary>
/// The head of the page: the verdict of the run in a sentence, which run it was, and where things are.
/// </summary>
internal static class Masthead
{
    public static XElement Of(RunStanding standing)
    {
        var run = standing.Run;
        var counts = standing.Counts;
        return Classed(
            "header",
            $"tone-{standing.Headline.Tone.ToString().ToLowerInvariant()}",
            Classed("p", "which", $"{Plain.Line(run.SiteName)}, {Spoken.Moment(run.Ended)}"),
            Element("h1", standing.Headline.Words),
            Classed("p", "why", standing.Headline.Sentence),
            Classed(
                "ul",
                "counts",
                Count(counts.Passed, counts.Recovered > 0 ? $"passed ({counts.Recovered} recovered)" : "passed"),
                Count(counts.Failed, counts.Unknown > 0 ? $"failed ({counts.Unknown} unknown)" : "failed"),
                Count(counts.HeldBack, "held back"),
                Count(counts.Waived, "waived"),
                Count(counts.NotAsked, "not asked"),
                Count(counts.NotPermitted, "not permitted")
            ),
            Classed(
                "p",
                "run",
                $"{Spoken.Level(standing.Level)}; permit {run.Permit.Word()}; "
                    + $"{(run.Filter is null ? "no filter" : $"filter {Plain.Line(run.Filter)}")}; "
                    + $"{Spoken.Span(standing.CloudTime)} of cloud time in {Spoken.Span(run.Wall)} of wall time; "
                    + $"site file {Plain.Line(run.SiteFile)}"
            ),
            Chapters(standing.Cause is null ? Link("bar", "The bar") : Link("answer", "The answer"))
        );
    }

    private static XElement Chapters(XElement first) =>
        Element(
            "nav",
            Attribute("aria-label", "chapters"),
            first,
            Link("ladder", "Ladder"),
            Link("features", "Features"),
            Link("appendix-a", "Appendix A"),
            Link("timeline", "Timeline"),
            Link("as-executed", "As executed")
        );

    private static XElement Count(int count, string word) =>
        Classed("li", count == 0 ? "none" : "some", Element("b", count.ToString()), " ", word);
}
