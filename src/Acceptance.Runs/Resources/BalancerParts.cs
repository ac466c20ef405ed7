namespace Acceptance.Runs.Resources;

/// <summary>
/// What a load balancer consists of: its id and name, VIP port, floating IP, and the servers of its amphorae.
/// </summary>
public sealed record BalancerParts(
    string Id,
    string Name,
    string VipPortId,
    string? FloatingIpId,
    string? FloatingAddress,
    IReadOnlyList<string> Amphorae,
    IReadOnlyList<string> AmphoraServers
);
