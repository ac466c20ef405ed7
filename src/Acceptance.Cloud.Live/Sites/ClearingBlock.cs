using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// A loop or a condition of an openrc, which people copy to clear what an earlier one has set. Nothing of it is run.
/// </summary>
/// <param name="Statements">From its first word to its last.</param>
internal sealed record ClearingBlock(IReadOnlyList<ShellToken[]> Statements)
{
    /// <summary>The block that the first statement opens; null where it opens none.</summary>
    public static ClearingBlock? At(ReadOnlySpan<ShellToken[]> statements)
    {
        if (!Opens(statements[0][0].Text))
            return null;
        var depth = 0;
        for (var at = 0; at < statements.Length; at++)
        {
            var words = Inner(statements[at]);
            depth += Opens(words.FirstOrDefault()?.Text) ? 1 : 0;
            depth -= statements[at][0].Text is "done" or "fi" ? 1 : 0;
            if (depth == 0)
                return new ClearingBlock(statements[..(at + 1)].ToArray());
        }

        return new ClearingBlock(statements.ToArray());
    }

    /// <summary>
    /// The words after unset, where the block does nothing else: names, and what a loop puts in the place of one
    /// ("$key"). Null where it does, or may do, something else.
    /// </summary>
    public IReadOnlyList<string>? Cleared
    {
        get
        {
            if (Statements.Count < 3 || Statements[^1][0].Text is not ("done" or "fi"))
                return null;
            List<string> cleared = [];
            foreach (var words in Statements.Skip(1).SkipLast(1).Select(Inner).Where(words => words.Length > 0))
            {
                if (words[0].Text != "unset" || words.Any(word => word.Kind != ShellTokenKind.Word || Runs(word)))
                    return null;
                cleared.AddRange(words.Skip(1).Select(word => word.Text).Where(word => word[0] != '-'));
            }

            return cleared;
        }
    }

    /// <summary>It asks somebody at a terminal for a value.</summary>
    public bool Asks => Statements.Skip(1).Select(Inner).Any(words => words is [{ Text: "read" }, ..]);

    /// <summary>
    /// Whether a condition on one variable holds ([ -z "$NAME" ], [ -n "$NAME" ]); a loop does. Null: only a shell can
    /// tell.
    /// </summary>
    public bool? Holds(Func<string, string> lookUp, string home)
    {
        if (Statements[0][0].Text != "if")
            return true;
        ShellToken[] words = [.. Statements[0].Skip(1)];
        if (
            words is not [{ Text: "[" or "[[" or "test" }, { Text: "-z" or "-n" } asks, var word, ..]
            || words.Length > 4
        )
            return null;
        var (value, refusal) = ShellValue.Of(word.Pieces, lookUp, home);
        return refusal is not null ? null : value.Length == 0 == (asks.Text == "-z");
    }

    private static bool Opens(string? word) => word is "for" or "while" or "until" or "if";

    private static bool Runs(ShellToken word) => word.Pieces.Any(piece => piece.Kind == ShellPieceKind.Substitution);

    /// <summary>What follows the word of the block's own; "else" and "elif" stay, and are no unset.</summary>
    private static ShellToken[] Inner(ShellToken[] statement) =>
        statement[0].Text is "do" or "then" ? statement[1..] : statement;
}
