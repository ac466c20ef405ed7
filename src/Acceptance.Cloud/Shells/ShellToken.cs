namespace Acceptance.Cloud.Shells;

/// <summary>A stretch of a shell's text.</summary>
/// <param name="Kind">What a shell takes it for.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where the next one may begin.</param>
/// <param name="Pieces">What a word is made of; any other token is one bare piece.</param>
/// <param name="Open">A quote, a bracket or a here-document of it is never closed.</param>
public sealed record ShellToken(
    ShellTokenKind Kind,
    int Start,
    int End,
    IReadOnlyList<ShellPiece> Pieces,
    bool Open = false
)
{
    /// <summary>
    /// The word without its quotes and backslashes; what only a shell can expand stands as it is written.
    /// </summary>
    public string Text => string.Concat(Pieces.Select(piece => piece.Text));

    /// <summary>What its substitutions run, in their order; none where they cannot be parsed.</summary>
    public IReadOnlyList<ShellScript> Substitutions { get; init; } = [];

    /// <summary>Of an assignment of an array, NAME=( ... ): its members.</summary>
    public IReadOnlyList<ShellToken> Elements { get; init; } = [];
}
