using System.Text;

namespace Acceptance.Reporting.Words;

/// <summary>
/// Text from outside as one printable line: no control characters (a terminal would obey them), no line breaks.
/// </summary>
internal static class Plain
{
    public static string Line(string? text) =>
        string.Join(' ', Printable(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

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

    /// <summary>
    /// Line feeds and tabs (as spaces) stay; control characters, direction overrides and lone surrogates become
    /// U+FFFD.
    /// </summary>
    public static string Printable(string text)
    {
        if (!text.Any(NeedsWork))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n").EnumerateRunes())
        {
            if (rune.Value == '\n')
                clean.Append('\n');
            else if (rune.Value is '\t' or '\r')
                clean.Append(' ');
            else if (Rune.IsControl(rune) || IsDirection(rune.Value) || (rune.Value & 0xFFFE) == 0xFFFE)
                clean.Append('\uFFFD');
            else
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    private static bool NeedsWork(char one) =>
        (char.IsControl(one) && one != '\n') || char.IsSurrogate(one) || IsDirection(one) || one >= 0xFFFE;

    private static bool IsDirection(int one) => one is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
