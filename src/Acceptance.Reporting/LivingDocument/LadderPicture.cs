using System.Xml.Linq;
using Acceptance.Cloud.Sentences;
using Acceptance.Reporting.Standing;
using Acceptance.Reporting.Words;
using static Acceptance.Reporting.Markup.Html;

namespace Acceptance.Reporting.LivingDocument;

/// <summary>The ladder, drawn bottom up: what stands, the lowest red rung, and what it holds back.</summary>
internal static class LadderPicture
{
    private const double RungHeight = 28;
    private const double Width = 400;
    private const double LeftRail = 116;
    private const double RightRail = 252;
    private const double Middle = (LeftRail + RightRail + 9) / 2;

    public static XElement Of(RunStanding standing)
    {
        var rungs = standing.Rungs;
        var height = rungs.Count * RungHeight;
        return Element(
            "section",
            Attribute("id", "ladder"),
            Element("h2", "The ladder"),
            Element(
                "svg",
                Attribute("viewBox", $"0 0 {Width} {height}"),
                Attribute("role", "img"),
                Attribute("aria-labelledby", "ladder-title"),
                Element("title", Attribute("id", "ladder-title"), $"The ladder, bottom up: {standing.RungSentence}"),
                Rail(LeftRail, height),
                Rail(RightRail, height),
                rungs.Select(rung =>
                    Step(
                        rung,
                        Y(rung, rungs.Count),
                        rung.Rung == standing.Cause?.Diagnosis.Rung,
                        standing.Cause?.Diagnosis.Victim
                    )
                ),
                HeldBack(rungs)
            ),
            Element(
                "details",
                Element("summary", "The ladder in words"),
                Element(
                    "ol",
                    Attribute("reversed", ""),
                    rungs
                        .Reverse()
                        .Select(rung =>
                            Element(
                                "li",
                                Badge.Of(rung.Look),
                                " ",
                                Element("strong", rung.Rung.Name),
                                $": {Plain.Short(Words(rung), 200)}"
                            )
                        )
                )
            )
        );
    }

    private static Sentence Words(RungStanding rung) =>
        rung.Record?.Verdict is { } verdict ? verdict.Beside() : rung.Sentence;

    private static double Y(RungStanding rung, int count) => (count - rung.Height + 0.5) * RungHeight;

    // A word at the picture's size of type, with a little air.
    private static double PlateWidth(RungStanding rung) => (rung.Look.Word.Length * 9) + 8;

    private static XElement Rail(double x, double height) =>
        Element(
            "line",
            Attribute("class", "rail"),
            Attribute("x1", x),
            Attribute("x2", x),
            Attribute("y1", 2),
            Attribute("y2", height - 2)
        );

    private static XElement Step(RungStanding rung, double y, bool lowest, string? victim) =>
        Element(
            "g",
            Attribute("class", rung.Look.Class),
            Element("title", $"{rung.Rung.Name}, {rung.Look.Word}: {Plain.Short(Words(rung), 200)}"),
            lowest ? Here(y) : null,
            Element(
                "text",
                Attribute("class", "name"),
                Attribute("x", LeftRail - 18),
                Attribute("y", y + 4),
                rung.Rung.Name
            ),
            Element(
                "line",
                Attribute("class", "rung"),
                Attribute("x1", LeftRail),
                Attribute("x2", RightRail),
                Attribute("y1", y),
                Attribute("y2", y)
            ),
            Plate(y, PlateWidth(rung)),
            VerdictShape.At(rung.Look, LeftRail, y),
            Element("text", Attribute("class", "word"), Attribute("x", Middle), Attribute("y", y + 4), rung.Look.Word),
            lowest ? Pointer(y, victim is { Length: > 0 } ? victim : "start here") : null
        );

    private static XElement Here(double y) =>
        Element(
            "rect",
            Attribute("class", "here"),
            Attribute("x", 1),
            Attribute("y", y - (RungHeight / 2) + 1),
            Attribute("width", Width - 2),
            Attribute("height", RungHeight - 2),
            Attribute("rx", 5)
        );

    private static XElement Plate(double y, double width) =>
        Element(
            "rect",
            Attribute("class", "plate"),
            Attribute("x", Middle - (width / 2)),
            Attribute("y", y - 9),
            Attribute("width", width),
            Attribute("height", 18),
            Attribute("rx", 4)
        );

    private static XElement Pointer(double y, string words) =>
        Element(
            "text",
            Attribute("class", "victim"),
            Attribute("x", RightRail + 14),
            Attribute("y", y + 4),
            "◀ " + Plain.Short(words, 15)
        );

    // One brace and one sentence for all that a red rung holds back: one cause, not an avalanche.
    private static XElement? HeldBack(IReadOnlyList<RungStanding> rungs)
    {
        var held = rungs.Where(rung => rung.HeldBackBy is not null).ToArray();
        if (held.Length == 0)
            return null;
        double top = Y(held[^1], rungs.Count) - 10,
            bottom = Y(held[0], rungs.Count) + 10,
            x = RightRail + 16,
            middle = (top + bottom) / 2;
        return Element(
            "g",
            Attribute("class", "held"),
            Element(
                "path",
                Attribute("class", "brace"),
                Attribute("d", FormattableString.Invariant($"M{x} {top}h6V{bottom}h-6"))
            ),
            Element(
                "text",
                Attribute("class", "because"),
                Attribute("x", x + 14),
                Attribute("y", middle - 4),
                $"{held.Length} held back"
            ),
            Element(
                "text",
                Attribute("class", "because"),
                Attribute("x", x + 14),
                Attribute("y", middle + 12),
                $"by {held[0].HeldBackBy}"
            )
        );
    }
}
