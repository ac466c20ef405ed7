using System.Xml.Linq;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.LivingDocument;

/// <summary>A step of a fix with its commands set apart.</summary>
internal static class FixText
{
    public static IEnumerable<object> Of(FilledStep step) =>
        step.Pieces.Select(piece => piece.IsCommand ? (object)new XElement("code", piece.Text) : piece.Text);
}
