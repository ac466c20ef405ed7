using System.Globalization;
using System.Xml.Linq;

namespace Acceptance.Reporting.Markup;

/// <summary>
/// Elements of a page, built as a tree: text becomes text whatever is in it, and what is opened is closed. A null
/// among the contents is left out.
/// </summary>
internal static class Html
{
    public static XElement Element(string name, params object?[] content) => new(name, content);

    /// <summary>An element of a class.</summary>
    public static XElement Classed(string name, string type, params object?[] content) =>
        new(name, new XAttribute("class", type), content);

    public static XAttribute Attribute(string name, string value) => new(name, value);

    public static XAttribute Attribute(string name, double value) =>
        new(name, value.ToString("0.##", CultureInfo.InvariantCulture));

    /// <summary>A link inside the page.</summary>
    public static XElement Link(string anchor, params object?[] content) =>
        new("a", Attribute("href", "#" + anchor), content);
}
