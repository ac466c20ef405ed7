using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>
/// Octavia with the amphora provider, topology SINGLE (FACTS 8.7).
/// A load balancer serves while its amphora's server runs;
/// a failover builds the replacement before it reaps the old one, so it needs room for one amphora more.
/// </summary>
internal sealed class Octavia
{
    private readonly Ground _ground;
    private readonly Neutron _network;

    public Octavia(Ground ground, AmphoraOwner owner, Nova compute, Neutron network, ImagesModel images)
    {
        (_ground, _network, Owner) = (ground, network, owner);
        LoadBalancers = new LoadBalancers(ground);
        Parts = new BalancerParts(ground, LoadBalancers);
        Amphorae = new Amphorae(ground, owner, compute, network, images, LoadBalancers);
    }

    public AmphoraOwner Owner { get; }

    public LoadBalancers LoadBalancers { get; }

    /// <summary>What load balancers hold.</summary>
    public BalancerParts Parts { get; }

    public Amphorae Amphorae { get; }

    public OctaviaLoadBalancer Create(LoadBalancerRequest request)
    {
        var subnet =
            _network.Subnets.Find(request.SubnetId)
            ?? throw new RefusedException(Refusal.Invalid, $"Subnet {request.SubnetId} not found.");
        var id = request.Id ?? _ground.NewId();
        var port = VipPort(request, subnet, id);
        var group = _network.SecurityGroups.Create(Owner.ProjectId, $"lb-{id}");
        var balancer = new OctaviaLoadBalancer
        {
            Id = id,
            ProjectId = request.ProjectId,
            Name = request.Name,
            Description = request.Description,
            Tags = [.. request.Tags],
            VipAddress = port.Address!,
            VipPortId = port.Id,
            VipSubnetId = subnet.Id,
            VipNetworkId = subnet.NetworkId,
            SecurityGroupId = group.Id,
            CreatedAt = _ground.Now,
        };
        LoadBalancers.Add(balancer);
        foreach (var listener in request.Listeners)
            Parts.Add(balancer, listener);
        Amphorae.Build(balancer, request.Standing);
        LoadBalancers.Tell(balancer);
        return balancer;
    }

    /// <summary>Removes listeners, pools, VIP port and amphora; the floating IP is its creator's to release.</summary>
    public void Delete(OctaviaLoadBalancer balancer, bool cascade)
    {
        LoadBalancers.DemandSettled(balancer);
        if (!cascade && (balancer.Listeners.Count > 0 || balancer.Pools.Count > 0))
            throw new RefusedException(
                Refusal.Invalid,
                $"Validation failure: Cannot delete Load Balancer {balancer.Id} - it has children"
            );
        balancer.Listeners.Clear();
        balancer.Pools.Clear();
        LoadBalancers.Set(balancer, ProvisioningStatus.PendingDelete);
        _ground.Clock.In(_ground.Plan.Physics.LoadBalancerDelete, () => Remove(balancer));
    }

    private NeutronPort VipPort(LoadBalancerRequest request, NeutronSubnet subnet, string id)
    {
        if (request.VipPortId is { } given)
            return _network.Ports.Find(given)
                ?? throw new RefusedException(Refusal.Invalid, $"Port {given} not found.");
        return _network.Ports.Create(
            new PortRequest(request.ProjectId, subnet.NetworkId)
            {
                Name = $"octavia-lb-{id}",
                SubnetId = subnet.Id,
                Address = request.VipAddress,
                DeviceId = $"lb-{id}",
                DeviceOwner = "Octavia",
                AdminStateUp = false,
            }
        );
    }

    private void Remove(OctaviaLoadBalancer balancer)
    {
        if (!LoadBalancers.Remove(balancer))
            return;
        foreach (var amphora in balancer.Amphorae.ToArray())
            Amphorae.Reap(balancer, amphora);
        if (_network.Ports.Find(balancer.VipPortId) is { DeviceOwner: "Octavia" } vip)
            _network.Ports.Delete(vip.Id);
        if (
            _network.SecurityGroups.Find(balancer.SecurityGroupId) is not null
            && !_network.Ports.Any(port => port.SecurityGroups.Contains(balancer.SecurityGroupId))
        )
            _network.SecurityGroups.Delete(balancer.SecurityGroupId);
        balancer.Serving = null;
        LoadBalancers.Set(balancer, ProvisioningStatus.Deleted);
    }
}
