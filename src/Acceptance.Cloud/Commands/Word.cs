namespace Acceptance.Cloud.Commands;

/// <summary>One word of a command: ours, a slot, or the command that this one carries to another host.</summary>
public abstract record Word
{
    public sealed record Fixed(string Text) : Word;

    public sealed record Open(Slot Slot) : Word;

    /// <summary>What the shell of a unit or host is given: quoted for that hop, in one place.</summary>
    public sealed record Carried : Word;

    private Word() { }

    public static implicit operator Word(string text) => new Fixed(text);

    public static implicit operator Word(Slot slot) => new Open(slot);
}
