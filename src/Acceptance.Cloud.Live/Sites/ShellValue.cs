using System.Text;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// One value as a shell would read it: quotes, backslashes, $NAME, ${NAME}, a leading ~. Nothing of it is run.
/// </summary>
internal static class ShellValue
{
    /// <summary>Its text, or why it cannot be read without running it.</summary>
    public static (string Text, string? Refusal) Of(
        IReadOnlyList<ShellPiece> pieces,
        Func<string, string> lookUp,
        string home
    )
    {
        var text = new StringBuilder();
        foreach (var (piece, index) in pieces.Select((piece, index) => (piece, index)))
        {
            if (Refusal(piece) is { } refusal)
                return ("", refusal);
            text.Append(
                piece.Kind switch
                {
                    ShellPieceKind.Variable when IsName(piece.Variable) => lookUp(piece.Variable),
                    ShellPieceKind.Bare when index == 0 && IsHome(piece.Text) => home + piece.Text[1..],
                    _ => piece.Text,
                }
            );
        }

        return (text.ToString(), null);
    }

    private static bool IsHome(string text) => text == "~" || text.StartsWith("~/", StringComparison.Ordinal);

    private static bool IsName(string variable) => char.IsAsciiLetter(variable[0]) || variable[0] == '_';

    private static string? Refusal(ShellPiece piece) =>
        piece.Kind switch
        {
            ShellPieceKind.Expansion when piece.Text[1] != '{' =>
                $"uses a quote that only a shell can read ({piece.Text[..2]}...{piece.Text[1]})",
            ShellPieceKind.Expansion => "uses an expansion that only a shell can do (${...})",
            ShellPieceKind.Substitution => $"runs a command ({Program(piece.Text)})",
            _ => null,
        };

    // What follows the program may be a secret.
    private static string Program(string substitution)
    {
        var (opens, closes) = substitution[0] == '`' ? (1, "`") : (2, ")");
        var name = substitution[opens..].TrimStart().Split([' ', '\n', '|', ')', '`'], 2)[0];
        return $"{substitution[..opens]}{(name.Contains('=', StringComparison.Ordinal) ? "" : name)} …{closes}";
    }
}
