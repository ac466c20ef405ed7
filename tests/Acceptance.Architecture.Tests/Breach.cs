namespace Acceptance.Architecture.Tests;

/// <summary>One place where a rule of the house is broken: where, what was found, and the way out.</summary>
public sealed record Breach(string File, int Line, string Sentence)
{
    public override string ToString() => $"{File}:{Line}: {Sentence}";
}
