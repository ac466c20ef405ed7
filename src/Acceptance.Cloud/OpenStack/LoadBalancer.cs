namespace Acceptance.Cloud.OpenStack;

/// <summary>A load balancer (FACTS 8.7): provisioning ACTIVE, ERROR, PENDING_*; operating ONLINE, OFFLINE, DEGRADED, ERROR, NO_MONITOR, DRAINING.</summary>
public sealed record LoadBalancer(
    string Id,
    string Name,
    string Provisioning,
    string Operating,
    string VipAddress,
    string VipPortId,
    string ProjectId,
    string Provider,
    string Description,
    IReadOnlyList<string> Tags,
    DateTimeOffset? Created,
    DateTimeOffset? Updated
);
