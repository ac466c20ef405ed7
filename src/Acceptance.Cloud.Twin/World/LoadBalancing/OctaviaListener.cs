namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>A listener of a load balancer.</summary>
internal sealed class OctaviaListener : OctaviaResource
{
    public required string LoadBalancerId { get; init; }

    public required string Protocol { get; init; }

    public required int Port { get; init; }

    public string? DefaultPoolId { get; set; }

    public int ConnectionLimit { get; set; } = -1;
}
