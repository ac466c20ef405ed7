namespace Acceptance.Decisions.Recovery;

/// <summary>One layer of the cloud: its name is the legal value of @layer, and what an operator calls it.</summary>
/// <param name="StandsOn">The rungs that carry it: where one of them is red, this one is held back. What lies beside
/// it is asked.</param>
public sealed record Rung(string Name, string Means, params IReadOnlyList<string> StandsOn);
