using System.Text;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Sentences;

/// <summary>
/// A line for a console that may be a pipeline's: what would be an order to it (GitHub's ::error::, Azure's ##vso[,
/// GitLab's and TeamCity's) is broken by a space.
/// </summary>
public static partial class ConsoleText
{
    public static string Line(string text) => Harmless(OutsideText.Line(text));

    /// <summary>Line by line.</summary>
    public static string Lines(string text) =>
        string.Join('\n', OutsideText.Clean(text).Split('\n').Select(line => Harmless(OutsideText.Lines(line))));

    // GitHub looks at a line's start, blanks left out; the agents of Azure and TeamCity look anywhere.
    private static string Harmless(string line)
    {
        var calm = line.Contains("##", StringComparison.Ordinal) ? Agent().Replace(line, "# #") : line;
        var start = calm.Length - calm.TrimStart().Length;
        return calm.AsSpan(start).StartsWith("::", StringComparison.Ordinal) ? calm.Insert(start + 1, " ") : calm;
    }

    [GeneratedRegex("##(?=[A-Za-z]*\\[)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Agent();
}
