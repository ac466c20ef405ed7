using System.Xml.Linq;
using Acceptance.Decisions.Runs;
using Acceptance.Reporting.Words;
using static Acceptance.Reporting.Markup.Html;

namespace Acceptance.Reporting.LivingDocument;

/// <summary>The as-executed log as a table.</summary>
internal static class MutationTable
{
    public static XElement Of(RunRecord run) =>
        Element(
            "section",
            Attribute("id", "as-executed"),
            Element("h2", "As executed"),
            run.Mutations.Count == 0
                ? Element("p", "Nothing was mutated: the run only read.")
                : Classed(
                    "div",
                    "wide",
                    Element(
                        "table",
                        Element(
                            "thead",
                            Element(
                                "tr",
                                new[] { "planned", "took", "what", "on", "exact id", "outcome" }.Select(head =>
                                    Element("th", Attribute("scope", "col"), head)
                                )
                            )
                        ),
                        Element("tbody", run.Mutations.OrderBy(one => one.Planned).Select(Row))
                    )
                )
        );

    private static XElement Row(MutationRecord one) =>
        Element(
            "tr",
            Element("td", Spoken.Moment(one.Planned)),
            Element("td", one.Ended is { } ended ? Spoken.Span(ended - one.Planned) : "not recorded as ended"),
            Element("td", $"{Plain.Line(one.What)} {Plain.Line(one.Kind)}"),
            Element("td", Plain.Line(one.Name)),
            Element("td", Element("code", Plain.Line(one.Id))),
            Element(
                "td",
                Plain.Line(one.OutcomeWords),
                one.Deviation is { IsEmpty: false } deviation
                    ? new object[] { Element("br"), Element("small", Plain.Line(deviation)) }
                    : null
            )
        );
}
