namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>A member of a pool.</summary>
internal sealed class OctaviaMember : OctaviaResource
{
    public required string Address { get; init; }

    public required int Port { get; init; }

    public string? SubnetId { get; init; }

    public int Weight { get; set; } = 1;
}
