namespace Acceptance.Cloud.Shells;

/// <summary>A shell's text as the tree that bash makes of it. Nothing of it is run or expanded.</summary>
/// <param name="Text">What the offsets of its nodes count in, whole.</param>
/// <param name="Start">Where it begins in the text; that of a substitution lies behind its bracket.</param>
/// <param name="End">Where it ends there.</param>
public sealed record ShellScript(string Text, int Start, int End, IReadOnlyList<ShellStatement> Statements)
{
    /// <summary>Its comments, each from its # to the line's end; those of a substitution are its own.</summary>
    public IReadOnlyList<ShellToken> Comments { get; init; } = [];

    /// <summary>Where a text of its own begins, such as what backticks hold without their backslashes.</summary>
    public ShellPosition Origin { get; init; } = new(1, 1);

    /// <exception cref="ShellSyntaxException">It is no text of bash, or not one that is read here.</exception>
    public static ShellScript Parse(string text) => new ShellParser(new ShellSource(text), 0).Whole();

    public ShellPosition PositionOf(int offset) => ShellSource.PositionIn(Text, offset, Origin);

    /// <summary>As it was written, with its quotes.</summary>
    public string Written(ShellToken token) => Text[token.Start..token.End];
}
