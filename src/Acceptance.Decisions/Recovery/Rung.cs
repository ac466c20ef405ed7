namespace Acceptance.Decisions.Recovery;

/// <summary>One layer of the cloud: its name is the legal value of @layer, and what an operator calls it.</summary>
public sealed record Rung(string Name, string Means);
