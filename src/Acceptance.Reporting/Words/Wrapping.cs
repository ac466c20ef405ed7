using Acceptance.Decisions.KnownIssues;

namespace Acceptance.Reporting.Words;

/// <summary>
/// Text for a screen of fixed width. A command stays on one line where it fits, so that it can be copied.
/// </summary>
internal static class Wrapping
{
    /// <param name="pieces">Text to fold at its spaces; a command is folded only when no line could hold it.</param>
    public static IReadOnlyList<string> Fold(IEnumerable<FixPiece> pieces, int width)
    {
        var lines = new List<string>();
        var line = "";
        // A piece that follows another without a space (a comma after a command) stays with it.
        var glue = true;
        foreach (var (text, spaced) in pieces.SelectMany(piece => Words(piece, width)))
        {
            var apart = spaced && !glue;
            glue = false;
            if (line.Length + (apart ? 1 : 0) + text.Length <= width)
                line += apart ? " " + text : text;
            else
            {
                if (line.Length > 0)
                    lines.Add(line.TrimEnd());
                line = text;
            }

            while (line.Length > width)
            {
                lines.Add(line[..width]);
                line = line[width..];
            }
        }

        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    public static IReadOnlyList<string> Fold(string text, int width) => Fold([new FixPiece(false, text)], width);

    private static IEnumerable<(string Text, bool Spaced)> Words(FixPiece piece, int width)
    {
        if (piece.IsCommand && piece.Text.Length + 2 <= width)
        {
            yield return ($"`{piece.Text}`", false);
            yield break;
        }

        var text = piece.IsCommand ? $"`{piece.Text}`" : piece.Text;
        var spaced = piece.Text.StartsWith(' ');
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            yield return (word, spaced);
            spaced = true;
        }

        if (piece.Text.EndsWith(' '))
            yield return ("", true);
    }
}
