using System.Xml.Linq;
using Acceptance.Reporting.Words;
using static Acceptance.Reporting.Markup.Html;

namespace Acceptance.Reporting.LivingDocument;

/// <summary>A verdict's word with its sign and colour.</summary>
internal static class Badge
{
    public static XElement Of(VerdictLook look) => Classed("b", $"v {look.Class}", $"{look.Sign} {look.Word}");
}
