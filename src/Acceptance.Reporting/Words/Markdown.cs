using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;
using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Reporting.Words;

/// <summary>
/// A piece of a Markdown page. Its literal parts are ours and mark it up; a hole is text, which is read there and
/// never obeyed: one line, its marks escaped. A bare string is none.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Markdown
{
    private readonly StringBuilder _text;

    public Markdown(int literalLength, int formattedCount) => _text = new(literalLength + (32 * formattedCount));

    public void AppendLiteral(string ours) => _text.Append(ours);

    public void AppendFormatted(string? text) => _text.Append(Escaped(Plain.Line(text)));

    public void AppendFormatted(Sentence? sentence) => AppendFormatted(sentence?.ToString());

    public void AppendFormatted<T>(T number)
        where T : IFormattable => AppendFormatted(number.ToString(null, CultureInfo.InvariantCulture));

    public void AppendFormatted(Markdown piece) => _text.Append(piece._text);

    public void AppendFormatted(IEnumerable<Markdown> pieces)
    {
        foreach (var piece in pieces)
            _text.Append(piece._text);
    }

    /// <summary>A step of a fix, its commands as code.</summary>
    public void AppendFormatted(FilledStep step)
    {
        foreach (var piece in step.Pieces)
            _text.Append(piece.IsCommand ? Code(piece.Text)._text : Spaced(piece.Text));
    }

    public void Add(Markdown piece) => _text.Append(piece._text);

    public static Markdown Join(string between, IEnumerable<Markdown> all)
    {
        var joined = new Markdown(0, 0);
        foreach (var one in all)
            joined._text.Append(joined._text.Length == 0 ? "" : between).Append(one._text);
        return joined;
    }

    /// <summary>
    /// A code span; its fence is longer than any run of back-ticks in it. A bar is escaped: most of ours stand in
    /// tables.
    /// </summary>
    public static Markdown Code(string? text)
    {
        var span = new Markdown(0, 0);
        var line = Plain.Line(text).Replace("|", "\\|");
        if (line.Length == 0)
            return span;
        var fence = new string('`', LongestRun(line) + 1);
        var pad = line.StartsWith('`') || line.EndsWith('`') ? " " : "";
        span.AppendLiteral($"{fence}{pad}{line}{pad}{fence}");
        return span;
    }

    public static Markdown Code(ByHand command) => Code(command.ToString());

    /// <summary>A fenced block of lines, the fence longer than any in it.</summary>
    public static Markdown Block(IReadOnlyList<Sentence> lines)
    {
        string[] plain = [.. lines.Select(line => line.ToString())];
        var fence = new string('`', Math.Max(3, plain.Select(LongestRun).DefaultIfEmpty(0).Max() + 1));
        var block = new Markdown(0, 0);
        block.AppendLiteral($"{fence}text\n{string.Join('\n', plain)}\n{fence}");
        return block;
    }

    /// <summary>The page: it ends with one line feed.</summary>
    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";

    private static string Escaped(string line)
    {
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

    // One line has no space at its ends, and a command needs one around it.
    private static string Spaced(string original)
    {
        var text = Escaped(Plain.Line(original));
        return (original.StartsWith(' ') ? " " : "") + text + (text.Length > 0 && original.EndsWith(' ') ? " " : "");
    }

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
