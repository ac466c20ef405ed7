using System.Text;
using System.Xml.Linq;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.Markup;

/// <summary>
/// Writes a tree of elements as HTML: void elements stay open, all others are closed, all text and every value is
/// escaped.
/// </summary>
internal static class HtmlText
{
    private static readonly HashSet<string> Void = ["meta", "br", "link", "hr"];

    private static readonly HashSet<string> OwnLine =
    [
        "section",
        "details",
        "tr",
        "h2",
        "h3",
        "table",
        "svg",
        "style",
        "main",
        "header",
        "nav",
        "footer",
        "g",
    ];

    public static string Of(XElement root)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n");
        Write(page, root);
        return page.Append('\n').ToString();
    }

    private static void Write(StringBuilder page, XElement element)
    {
        var name = element.Name.LocalName;
        if (OwnLine.Contains(name))
            page.Append('\n');
        page.Append('<').Append(name);
        foreach (var attribute in element.Attributes())
            Escape(page.Append(' ').Append(attribute.Name.LocalName).Append("=\""), attribute.Value).Append('"');
        page.Append('>');
        if (Void.Contains(name))
            return;
        foreach (var node in element.Nodes())
        {
            if (node is XElement child)
                Write(page, child);
            // The style is ours and holds no text from outside; a browser reads it as it stands.
            else if (node is XText text && name == "style")
                page.Append(text.Value);
            else if (node is XText words)
                Escape(page, words.Value);
        }

        page.Append("</").Append(name).Append('>');
    }

    private static StringBuilder Escape(StringBuilder page, string text)
    {
        foreach (var one in Plain.Printable(text))
        {
            _ = one switch
            {
                '&' => page.Append("&amp;"),
                '<' => page.Append("&lt;"),
                '>' => page.Append("&gt;"),
                '"' => page.Append("&quot;"),
                _ => page.Append(one),
            };
        }

        return page;
    }
}
