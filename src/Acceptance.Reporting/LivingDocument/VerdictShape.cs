using System.Globalization;
using System.Xml.Linq;
using Acceptance.Reporting.Words;
using static Acceptance.Reporting.Markup.Html;

namespace Acceptance.Reporting.LivingDocument;

/// <summary>
/// A shape for each verdict, so that a picture can be read without its colours: a disc stands, a square is broken, a
/// diamond asks.
/// </summary>
internal static class VerdictShape
{
    private const double Size = 9;

    public static IEnumerable<XElement> At(VerdictLook look, double x, double y) =>
        [
            Outline(look, x, y),
            Element("text", Attribute("class", "sign"), Attribute("x", x), Attribute("y", y + 4), look.Sign),
        ];

    private static XElement Outline(VerdictLook look, double x, double y) =>
        look.Class switch
        {
            "broken" => Element(
                "rect",
                Attribute("class", "f broken"),
                Attribute("x", x - Size),
                Attribute("y", y - Size),
                Attribute("width", 2 * Size),
                Attribute("height", 2 * Size)
            ),
            "unknown" => Polygon(look, (x, y - 11), (x + 11, y), (x, y + 11), (x - 11, y)),
            "waived" => Polygon(look, (x, y - 11), (x + 11, y + 8), (x - 11, y + 8)),
            "notpermitted" => Polygon(
                look,
                (x - 5, y - Size),
                (x + 5, y - Size),
                (x + 10, y),
                (x + 5, y + Size),
                (x - 5, y + Size),
                (x - 10, y)
            ),
            _ => Element(
                "circle",
                Attribute("class", $"f {look.Class}"),
                Attribute("cx", x),
                Attribute("cy", y),
                Attribute("r", Size)
            ),
        };

    private static XElement Polygon(VerdictLook look, params (double X, double Y)[] corners) =>
        Element(
            "polygon",
            Attribute("class", $"f {look.Class}"),
            Attribute(
                "points",
                string.Join(
                    ' ',
                    corners.Select(corner =>
                        string.Create(CultureInfo.InvariantCulture, $"{corner.X:0.#},{corner.Y:0.#}")
                    )
                )
            )
        );
}
