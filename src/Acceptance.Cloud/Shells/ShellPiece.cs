namespace Acceptance.Cloud.Shells;

/// <summary>A piece of a word.</summary>
/// <param name="Kind">What a shell makes of it.</param>
/// <param name="Text">
/// Bare and quoted: what it stands for. The others: as they are written, such as ${NAME}.
/// </param>
public readonly record struct ShellPiece(ShellPieceKind Kind, string Text)
{
    /// <summary>The variable's name without its sign and braces.</summary>
    public string Variable => Text.TrimStart('$').Trim('{', '}');
}
