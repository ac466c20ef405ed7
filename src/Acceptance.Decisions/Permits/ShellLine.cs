using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Shells;

namespace Acceptance.Decisions.Permits;

/// <summary>
/// Takes a shell command line apart as a shell would: pipelines of simple commands, each as its words. What cannot be
/// told without running it (a substitution, an open quote), and what writes a file, is opaque: then there are no
/// pipelines.
/// </summary>
internal static class ShellLine
{
    /// <summary>Null when the line is opaque.</summary>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>>? Pipelines(string text)
    {
        List<List<List<string>>> pipelines =
        [
            [
                [],
            ],
        ];
        string? redirection = null;
        foreach (var token in ShellLexer.Read(text).Append(Ending))
        {
            var follows = redirection;
            redirection = token.Kind == ShellTokenKind.Redirection ? token.Text : null;
            if (IsOpaque(token) || follows is not null && IsOpaque(follows, token))
                return null;
            if (follows is not null)
                continue;
            if (token.Kind == ShellTokenKind.Word)
                pipelines[^1][^1].Add(token.Text);
            if (token.Kind != ShellTokenKind.Control)
                continue;
            if (pipelines[^1][^1].Count > 0)
                pipelines[^1].Add([]);
            if (token.Text != "|" && pipelines[^1].Count > 1)
                pipelines.Add([
                    [],
                ]);
        }

        return pipelines;
    }

    private static ShellToken Ending => ShellLexer.Read("\n").Single();

    private static bool IsOpaque(ShellToken token) =>
        token.Open
        || token.Kind == ShellTokenKind.HereDocument && RunsCommands(token.Text)
        || token.Pieces.Any(piece =>
            piece.Kind == ShellPieceKind.Substitution
            || piece.Kind == ShellPieceKind.Expansion && (piece.Text[1] != '{' || RunsCommands(piece.Text))
        );

    // A here-document's body is data for the command; what takes its commands from there is no listed read anyway.
    private static bool RunsCommands(string text) =>
        text.Contains('`') || text.Contains("$(", StringComparison.Ordinal);

    /// <summary>What follows a redirection is no word, or the redirection writes there.</summary>
    private static bool IsOpaque(string redirection, ShellToken target) =>
        target.Kind != ShellTokenKind.Word
        || redirection is not ("<" or "<<<" or "<&" or "<<" or "<<-")
            && target.Text != "/dev/null"
            && !(redirection == ">&" && target.Text.All(letter => char.IsAsciiDigit(letter) || letter == '-'))
            && !(redirection == "<>" && target.Text.StartsWith("/dev/tcp/", StringComparison.Ordinal));
}
