namespace Acceptance.Cli.Twins.Running;

/// <summary>
/// A text that the command will run or be told: a script file that it names, a word of it, or the file on its
/// standard input.
/// </summary>
/// <param name="At">Which word; -1: standard input.</param>
/// <param name="Name">What a sentence calls it.</param>
/// <param name="IsFile">Its text is a file's.</param>
internal sealed record TextPiece(int At, string Name, bool IsFile, string Text)
{
    public const int StandardInput = -1;
}
