namespace Acceptance.Cloud.OpenStack;

/// <summary>A network; External is router:external.</summary>
public sealed record NeutronNetwork(
    string Id,
    string Name,
    bool External,
    State<NetworkStatus> Status,
    string ProjectId,
    DateTimeOffset? Created
);
