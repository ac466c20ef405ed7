using System.Text;
using System.Xml.Linq;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Runs;
using Acceptance.Reporting.Markup;
using Acceptance.Reporting.Standing;
using Acceptance.Reporting.Words;
using static Acceptance.Reporting.Markup.Html;

namespace Acceptance.Reporting.LivingDocument;

/// <summary>
/// living-doc.html: one file that needs no other. First the answer, the bar and the ladder; then features as written,
/// appendix A with the state of each entry, the run in time, and what was done. It holds no script, and its own
/// policy forbids one.
/// </summary>
public static class LivingDoc
{
    public const string FileName = "living-doc.html";

    /// <summary>What a page may weigh: it opens at once and travels in a mail.</summary>
    public const int MostBytes = 2_000_000;

    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    public static string Of(RunRecord run)
    {
        var standing = RunStanding.Of(run);
        var anchors = new Anchors(run.Scenarios);
        foreach (var detail in Enum.GetValues<Detail>())
        {
            var page = HtmlText.Of(Page(standing, anchors, detail));
            if (detail == Detail.Answer || Encoding.UTF8.GetByteCount(page) <= MostBytes)
                return page;
        }

        throw new InvalidOperationException("the last detail returns");
    }

    private static XElement Page(RunStanding standing, Anchors anchors, Detail detail) =>
        Element(
            "html",
            Attribute("lang", "en"),
            Head($"{Plain.Line(standing.Run.SiteName)}: {standing.Headline.Words.ToLowerInvariant()}"),
            Element(
                "body",
                Element("a", Attribute("class", "skip"), Attribute("href", "#main"), "to the answer"),
                Masthead.Of(standing),
                Element(
                    "main",
                    Attribute("id", "main"),
                    Classed(
                        "div",
                        "first",
                        Element("div", AnswerCard.Of(standing, anchors), BarTable.Of(standing, anchors)),
                        LadderPicture.Of(standing)
                    ),
                    Remarks(standing),
                    FeatureChapters.Of(standing, anchors, detail),
                    IssueIndex.Of(standing, anchors),
                    TimelinePicture.Of(standing),
                    MutationTable.Of(standing.Run)
                ),
                Foot(Plain.Line(standing.Run.RunId))
            )
        );

    private static XElement Head(string title) =>
        Element(
            "head",
            Element("meta", Attribute("charset", "utf-8")),
            Element("meta", Attribute("http-equiv", "Content-Security-Policy"), Attribute("content", Policy)),
            Element("meta", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")),
            Element("meta", Attribute("name", "color-scheme"), Attribute("content", "light dark")),
            Element("title", title),
            Element("style", Stylesheet.Text)
        );

    private static XElement Foot(string run) =>
        Element(
            "footer",
            Element(
                "p",
                $"Run {run}. Times are the cloud's unless they say wall. "
                    + "The same run in other forms: summary.md, summary.json, as-executed.md, allure-results."
            )
        );

    private static XElement? Remarks(RunStanding standing)
    {
        Sentence[] remarks =
        [
            .. standing.Found.Select(found => (Sentence)$"Found, not made. {found}"),
            .. standing.Remarks.Except(standing.Found),
        ];
        return remarks.Length == 0
            ? null
            : Element(
                "section",
                Attribute("id", "remarks"),
                Element("h2", "Remarks"),
                Element("ul", remarks.Take(30).Select(remark => Element("li", remark))),
                remarks.Length > 30 ? Element("p", $"And {remarks.Length - 30} more, beside their scenarios.") : null
            );
    }
}
