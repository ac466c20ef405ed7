using System.Xml.Linq;
using Acceptance.Decisions.Runs;
using Acceptance.Reporting.Standing;
using Acceptance.Reporting.Words;
using static Acceptance.Reporting.Markup.Html;

namespace Acceptance.Reporting.LivingDocument;

/// <summary>The D-011 table, and the waivers that it relies on.</summary>
internal static class BarTable
{
    public static XElement Of(RunStanding standing, Anchors anchors) =>
        Element(
            "section",
            Attribute("id", "bar"),
            Element("h2", "The bar"),
            Element(
                "table",
                Element("thead", Element("tr", Heads("item", "asks", "verdict", "because"))),
                Element("tbody", standing.Bar.Select(row => Row(row, anchors)))
            ),
            standing.Waivers.Count == 0 ? null : Waivers(standing.Waivers)
        );

    private static XElement Row(BarRow row, Anchors anchors) =>
        Classed(
            "tr",
            VerdictLook.Of(row.Verdict).Class,
            Element(
                "th",
                Attribute("scope", "row"),
                row.Scenarios.Count > 0 ? Link(anchors.Of(Telling(row)), row.Item.Id) : row.Item.Id
            ),
            Element("td", row.Item.Asks),
            Element("td", Badge.Of(VerdictLook.Of(row.Verdict))),
            Element("td", Plain.Short(row.Beside, 160))
        );

    // The link leads to the scenario that made the row what it is.
    private static ScenarioRecord Telling(BarRow row) =>
        row.Scenarios.FirstOrDefault(one => one.Verdict.Word == row.Word) ?? row.Scenarios[0];

    private static XElement[] Waivers(IReadOnlyList<WaiverStanding> waivers) =>
        [
            Element("h3", "Waivers"),
            Element(
                "table",
                Element("thead", Element("tr", Heads("waived", "owner", "until", "reason", "underneath"))),
                Element(
                    "tbody",
                    waivers.Select(waiver =>
                        Element(
                            "tr",
                            Element("th", Attribute("scope", "row"), Plain.Line(waiver.Item)),
                            Element("td", Plain.Line(waiver.By.Owner)),
                            Element("td", $"{Spoken.Day(waiver.By.Expires)} ({waiver.LeftSentence})"),
                            Element("td", Plain.Line(waiver.By.Reason)),
                            Element("td", Plain.Short(waiver.Underneath, 200))
                        )
                    )
                )
            ),
        ];

    private static IEnumerable<XElement> Heads(params string[] heads) =>
        heads.Select(head => Element("th", Attribute("scope", "col"), head));
}
