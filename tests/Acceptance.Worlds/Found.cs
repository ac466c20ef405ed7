namespace Acceptance.Worlds;

/// <summary>What was asked for and is there.</summary>
internal sealed record Found<T>(T Value);
