namespace Acceptance.Cloud.OpenStack;

/// <summary>A load balancer (FACTS 8.7).</summary>
public sealed record LoadBalancer(
    string Id,
    string Name,
    State<ProvisioningStatus> Provisioning,
    State<OperatingStatus> Operating,
    string VipAddress,
    string VipPortId,
    string ProjectId,
    string Provider,
    string Description,
    IReadOnlyList<string> Tags,
    DateTimeOffset? Created,
    DateTimeOffset? Updated
);
