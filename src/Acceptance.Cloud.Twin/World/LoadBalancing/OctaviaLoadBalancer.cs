namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>A load balancer of the amphora provider, topology SINGLE: one STANDALONE amphora serves its VIP.</summary>
internal sealed class OctaviaLoadBalancer : OctaviaResource
{
    public required string VipAddress { get; init; }

    public required string VipPortId { get; init; }

    public required string VipSubnetId { get; init; }

    public required string VipNetworkId { get; init; }

    /// <summary>The group that Octavia keeps for it in the services project.</summary>
    public required string SecurityGroupId { get; init; }

    public List<OctaviaListener> Listeners { get; } = [];

    public List<OctaviaPool> Pools { get; } = [];

    /// <summary>The rows Octavia has for it: one, and two in a failover.</summary>
    public List<Amphora> Amphorae { get; } = [];

    /// <summary>The amphora that has the VIP; null before there is one.</summary>
    public Amphora? Serving { get; internal set; }

    /// <summary>The data path changes over from one amphora to the next.</summary>
    public bool Dark { get; internal set; }

    /// <summary>How often a failover was begun: what is due from an older one no longer counts.</summary>
    internal int Attempt { get; set; }
}
