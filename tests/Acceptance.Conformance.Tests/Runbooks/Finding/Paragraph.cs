namespace Acceptance.Conformance.Tests.Runbooks.Finding;

/// <summary>
/// Lines that belong together: up to a blank line or a rule; a bracketed block ( { ... } ) to its end, whatever
/// stands between.
/// </summary>
/// <param name="Start">The number of its first line, from 1.</param>
internal sealed record Paragraph(int Start, IReadOnlyList<string> Lines)
{
    public static IReadOnlyList<Paragraph> Of(IReadOnlyList<string> lines)
    {
        var found = new List<Paragraph>();
        var taken = new List<string>();
        var bracketed = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (!bracketed && (IsBreak(line) || (Opens(line) && !taken.TrueForAll(IsComment))))
                Flush(i);
            if (!bracketed && IsBreak(line))
                continue;
            taken.Add(line);
            bracketed = (bracketed || Opens(line)) && !Closes(line);
            if (Closes(line))
                Flush(i + 1);
        }

        Flush(lines.Count);
        return found;

        void Flush(int end)
        {
            if (taken.Count > 0)
                found.Add(new Paragraph(end - taken.Count + 1, [.. taken]));
            taken.Clear();
        }
    }

    public static bool IsComment(string line) => line.TrimStart().StartsWith('#');

    private static bool Opens(string line) => line.Trim() == "( {";

    private static bool Closes(string line) => line.Trim() == "} )";

    private static bool IsBreak(string line) =>
        string.IsNullOrWhiteSpace(line)
        || line.StartsWith("=====", StringComparison.Ordinal)
        || line.StartsWith("-----", StringComparison.Ordinal);
}
