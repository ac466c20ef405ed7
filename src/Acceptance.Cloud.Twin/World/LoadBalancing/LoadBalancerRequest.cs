namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>
/// What a load balancer is asked for with. Listeners named here are made with it, each with a pool of its members.
/// </summary>
internal sealed record LoadBalancerRequest(string Name, string ProjectId, string SubnetId)
{
    public string? Id { get; init; }

    public string? VipAddress { get; init; }

    public string? VipPortId { get; init; }

    public string Description { get; init; } = "";

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<ListenerRequest> Listeners { get; init; } = [];

    /// <summary>It has stood before the world began: ACTIVE and ONLINE at once.</summary>
    public bool Standing { get; init; }
}
