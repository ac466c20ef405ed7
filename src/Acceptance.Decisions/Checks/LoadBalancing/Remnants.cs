namespace Acceptance.Decisions.Checks.LoadBalancing;

/// <summary>What was looked for after a removal: each kind (load balancer, port ...) with the ids still seen.</summary>
public sealed record Remnants(string Whose, IReadOnlyDictionary<string, IReadOnlyList<string>> Left);
