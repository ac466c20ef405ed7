namespace Acceptance.Cloud.Shells;

/// <summary>A text is no shell's, or one that is not read here: one sentence, with its line.</summary>
public sealed class ShellSyntaxException(ShellPosition at, string what) : FormatException($"line {at.Line}: {what}")
{
    public ShellPosition At { get; } = at;
}
