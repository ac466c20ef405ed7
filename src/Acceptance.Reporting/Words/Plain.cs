using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;

namespace Acceptance.Reporting.Words;

/// <summary>
/// Text from outside as one printable line: no control characters (a terminal would obey them), no line breaks.
/// </summary>
internal static class Plain
{
    public static string Line(string? text) =>
        string.Join(' ', Printable(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Line(Sentence? sentence) => Line(sentence?.ToString());

    public static string Line(ByHand command) => Line(command.ToString());

    /// <summary>Keeps line breaks; everything else that is not printable goes.</summary>
    public static IReadOnlyList<string> Lines(string? text)
    {
        var lines = Printable(text ?? "").Split('\n').Select(line => line.TrimEnd()).ToList();
        while (lines.Count > 0 && lines[^1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    /// <summary>At most so many characters, the cut said by an ellipsis.</summary>
    public static string Short(string? text, int most)
    {
        var line = Line(text);
        return line.Length <= most ? line : line[..(most - 1)].TrimEnd() + "…";
    }

    public static string Short(Sentence sentence, int most) => Short(sentence.ToString(), most);

    /// <summary>Line feeds stay, tabs become spaces; what is not fit to be shown becomes U+FFFD.</summary>
    public static string Printable(string text) => OutsideText.Clean(text);
}
