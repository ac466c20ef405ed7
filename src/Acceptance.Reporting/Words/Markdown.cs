using System.Text;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Reporting.Words;

/// <summary>Text from outside inside a Markdown page, so that it is read and never obeyed.</summary>
internal static class Markdown
{
    public static string Text(string? text)
    {
        var line = Plain.Line(text);
        var safe = new StringBuilder(line.Length + 8);
        for (var index = 0; index < line.Length; index++)
        {
            var one = line[index];
            if (one == '<')
                safe.Append("&lt;");
            else if (one == '&')
                safe.Append("&amp;");
            else if (one is '\\' or '`' or '*' or '[' or ']' or '|' or '~' || (one == '_' && !InsideWord(line, index)))
                safe.Append('\\').Append(one);
            else
                safe.Append(one);
        }

        return safe.ToString();
    }

    /// <summary>
    /// A code span; its fence is longer than any run of back-ticks in it. A bar is escaped: most of ours stand in
    /// tables.
    /// </summary>
    public static string Code(string? text)
    {
        var line = Plain.Line(text).Replace("|", "\\|");
        if (line.Length == 0)
            return "";
        var fence = new string('`', LongestRun(line) + 1);
        var pad = line.StartsWith('`') || line.EndsWith('`') ? " " : "";
        return $"{fence}{pad}{line}{pad}{fence}";
    }

    /// <summary>A fenced block of lines, the fence longer than any in it.</summary>
    public static string Block(IReadOnlyList<string> lines)
    {
        var fence = new string('`', Math.Max(3, lines.Select(LongestRun).DefaultIfEmpty(0).Max() + 1));
        return $"{fence}text\n{string.Join('\n', lines)}\n{fence}";
    }

    public static string Fix(FilledStep step) =>
        string.Concat(
            step.Pieces.Select(piece => piece.IsCommand ? Code(piece.Text) : Spaces(piece.Text, Text(piece.Text)))
        );

    // Text folds the spaces at both ends away, and a command needs them around it.
    private static string Spaces(string original, string text) =>
        (original.StartsWith(' ') ? " " : "") + text + (text.Length > 0 && original.EndsWith(' ') ? " " : "");

    private static bool InsideWord(string line, int index) =>
        index > 0
        && index < line.Length - 1
        && char.IsLetterOrDigit(line[index - 1])
        && char.IsLetterOrDigit(line[index + 1]);

    private static int LongestRun(string line)
    {
        int longest = 0,
            run = 0;
        foreach (var one in line)
        {
            run = one == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
