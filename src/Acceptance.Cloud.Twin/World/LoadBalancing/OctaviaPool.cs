namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>A pool, its members and its monitor.</summary>
internal sealed class OctaviaPool : OctaviaResource
{
    public required string LoadBalancerId { get; init; }

    public required string Protocol { get; init; }

    public string Algorithm { get; set; } = "ROUND_ROBIN";

    public List<OctaviaMember> Members { get; } = [];

    public OctaviaHealthMonitor? Monitor { get; set; }
}
