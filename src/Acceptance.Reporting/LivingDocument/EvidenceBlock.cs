using System.Xml.Linq;
using Acceptance.Cloud;
using Acceptance.Reporting.Words;
using static Acceptance.Reporting.Markup.Html;

namespace Acceptance.Reporting.LivingDocument;

/// <summary>
/// The exchange behind a verdict: what was asked, the command that asks it by hand (one click selects it), and what
/// came back.
/// </summary>
internal static class EvidenceBlock
{
    private const int MostLines = 12;
    private const int MostWidth = 200;

    public static XElement? Of(Evidence evidence, bool excerpt)
    {
        if (evidence.IsEmpty)
            return null;
        var lines = Plain.Lines(evidence.Excerpt.ToString());
        return Classed(
            "div",
            "ev",
            !evidence.ByHand.IsEmpty
                ? new object[] { Element("i", "by hand"), Element("pre", Attribute("tabindex", "0"), evidence.ByHand) }
                : null,
            evidence.AskedOtherwise is { } asked
                ? new object[] { Element("i", "asked"), Element("code", Plain.Line(asked)) }
                : null,
            excerpt && lines.Count > 0
                ? new object[]
                {
                    Element("i", "answer"),
                    Element(
                        "pre",
                        Attribute("tabindex", "0"),
                        string.Join('\n', lines.Take(MostLines).Select(Cut))
                            + (lines.Count > MostLines ? $"\n… {lines.Count - MostLines} more lines" : "")
                    ),
                }
                : null
        );
    }

    private static string Cut(string line) => line.Length <= MostWidth ? line : line[..(MostWidth - 1)] + "…";
}
