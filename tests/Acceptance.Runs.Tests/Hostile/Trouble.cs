namespace Acceptance.Runs.Tests.Hostile;

/// <summary>One that speaks hostile words where a verdict rests on them, and how that begins and ends.</summary>
internal sealed record Trouble(string Name, Action Begin, Action End)
{
    public override string ToString() => Name;
}
