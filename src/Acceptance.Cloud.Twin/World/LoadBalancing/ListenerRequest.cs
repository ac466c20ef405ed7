namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>A listener, and the members of its pool.</summary>
internal sealed record ListenerRequest(int Port, string Protocol = "TCP")
{
    /// <summary>Default: the load balancer's name and the port.</summary>
    public string? Name { get; init; }

    public IReadOnlyList<MemberAddress> Members { get; init; } = [];

    /// <summary>Null: the pool has no monitor, and its members read NO_MONITOR.</summary>
    public string? MonitorType { get; init; }
}
