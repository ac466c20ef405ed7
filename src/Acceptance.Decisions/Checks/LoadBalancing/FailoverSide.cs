using Acceptance.Cloud.OpenStack;

namespace Acceptance.Decisions.Checks.LoadBalancing;

/// <summary>The load balancer of the API, and all that must not be disturbed, on one side of a failover.</summary>
public sealed record FailoverSide(
    LoadBalancer Balancer,
    string? FloatingAddress,
    IReadOnlyList<string> Amphorae,
    IReadOnlyList<string> Nodes,
    IReadOnlyList<string> Pods
);
