using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>
/// Octavia with the amphora provider, topology SINGLE (FACTS 8.7). A load balancer serves while its amphora's server runs;
/// a failover builds the replacement before it reaps the old one, so it needs room for one amphora more.
/// </summary>
public sealed partial class Octavia
{
    private readonly TwinWorld _world;
    private readonly List<OctaviaLoadBalancer> _loadBalancers = [];

    public Octavia(TwinWorld world, string servicesProjectId, string servicesUserId, string managementNetworkId)
    {
        _world = world;
        (ServicesProjectId, ServicesUserId, ManagementNetworkId) = (
            servicesProjectId,
            servicesUserId,
            managementNetworkId
        );
        world.Compute.ServerChanged += OnServerChanged;
    }

    /// <summary>The project whose servers the amphorae are.</summary>
    public string ServicesProjectId { get; }

    public string ServicesUserId { get; }

    public string ManagementNetworkId { get; }

    public IReadOnlyList<OctaviaLoadBalancer> LoadBalancers => _loadBalancers;

    public IEnumerable<Amphora> Amphorae => _loadBalancers.SelectMany(balancer => balancer.Amphorae);

    /// <summary>How long the next failovers leave the data path dark.</summary>
    public TimeSpan Blip { get; set; }

    /// <summary>The flavor that charm-octavia makes: 1024 MB, 1 vCPU, 8 GB (FACTS 8.2).</summary>
    public NovaFlavor AmphoraFlavor => _world.Compute.Flavor("charm-octavia")!;

    /// <summary>Amphora servers that no row knows: left behind by failed failovers.</summary>
    public IEnumerable<NovaServer> Orphans =>
        _world.Compute.Servers.Where(server =>
            server.ProjectId == ServicesProjectId
            && server.Name.StartsWith("amphora-", StringComparison.Ordinal)
            && Amphorae.All(row => row.ServerName != server.Name)
        );

    /// <summary>A load balancer's states, members or data path changed; Deleted is told last.</summary>
    public event Action<OctaviaLoadBalancer>? Changed;

    public OctaviaLoadBalancer? Find(string nameOrId) =>
        _loadBalancers.Find(balancer => balancer.Id == nameOrId)
        ?? _loadBalancers.Find(balancer => balancer.Name == nameOrId);

    /// <summary>What is sent to the VIP arrives: an amphora has the VIP, its server runs, and no failover is changing over.</summary>
    public bool DataPathUp(OctaviaLoadBalancer balancer) =>
        !balancer.Dark
        && balancer.Serving is { ComputeId: { } id }
        && _world.Compute.Find(id) is { } server
        && _world.Compute.Runs(server)
        && _world.Network.Port(balancer.VipPortId) is not null;

    public OctaviaLoadBalancer Create(LoadBalancerRequest request)
    {
        var subnet =
            _world.Network.Subnet(request.SubnetId)
            ?? throw new RefusedException(Refusal.Invalid, $"Subnet {request.SubnetId} not found.");
        var id = request.Id ?? _world.NewId();
        var port = VipPort(request, subnet, id);
        var group = _world.Network.CreateSecurityGroup(ServicesProjectId, $"lb-{id}");
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
            CreatedAt = _world.Now,
        };
        _loadBalancers.Add(balancer);
        foreach (var listener in request.Listeners)
            Add(balancer, listener);
        Build(balancer, request.Standing);
        Tell(balancer);
        return balancer;
    }

    /// <summary>Removes listeners, pools, VIP port and amphora; the floating IP is its creator's to release.</summary>
    public void Delete(OctaviaLoadBalancer balancer, bool cascade)
    {
        DemandSettled(balancer);
        if (!cascade && (balancer.Listeners.Count > 0 || balancer.Pools.Count > 0))
            throw new RefusedException(
                Refusal.Invalid,
                $"Validation failure: Cannot delete Load Balancer {balancer.Id} - it has children"
            );
        balancer.Listeners.Clear();
        balancer.Pools.Clear();
        Set(balancer, ProvisioningStatus.PendingDelete);
        _world.Clock.In(_world.Plan.Physics.LoadBalancerDelete, () => Remove(balancer));
    }

    /// <summary>
    /// An operation on the amphora failed while its host was under pressure: ERROR by Octavia's word, while the data path serves on.
    /// Only a failover leads out of it.
    /// </summary>
    public void FailOperation(OctaviaLoadBalancer balancer)
    {
        balancer.Attempt++;
        Set(balancer, ProvisioningStatus.Error);
    }

    /// <summary>What <see cref="FailOperation"/> did never happened; a load balancer that is not in ERROR stays as it is.</summary>
    public void ForgetFailure(OctaviaLoadBalancer balancer)
    {
        if (balancer.Provisioning == ProvisioningStatus.Error)
            Settle(balancer);
    }

    private NeutronPort VipPort(LoadBalancerRequest request, NeutronSubnet subnet, string id)
    {
        if (request.VipPortId is { } given)
            return _world.Network.Port(given)
                ?? throw new RefusedException(Refusal.Invalid, $"Port {given} not found.");
        return _world.Network.CreatePort(
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
        if (!_loadBalancers.Remove(balancer))
            return;
        foreach (var amphora in balancer.Amphorae.ToArray())
            Reap(balancer, amphora);
        if (_world.Network.Port(balancer.VipPortId) is { DeviceOwner: "Octavia" } vip)
            _world.Network.DeletePort(vip.Id);
        if (
            _world.Network.SecurityGroup(balancer.SecurityGroupId) is not null
            && !_world.Network.Ports.Any(port => port.SecurityGroups.Contains(balancer.SecurityGroupId))
        )
            _world.Network.DeleteSecurityGroup(balancer.SecurityGroupId);
        balancer.Serving = null;
        Set(balancer, ProvisioningStatus.Deleted);
    }

    /// <summary>The load balancer itself can be changed in ACTIVE and ERROR only.</summary>
    private static void DemandSettled(OctaviaLoadBalancer balancer)
    {
        if (balancer.Provisioning is ProvisioningStatus.Active or ProvisioningStatus.Error)
            return;
        throw InvalidState(balancer);
    }

    private static RefusedException InvalidState(OctaviaLoadBalancer balancer) =>
        new(Refusal.Conflict, $"Invalid state {balancer.Provisioning.Word()} of loadbalancer resource {balancer.Id}");

    private void Set(OctaviaLoadBalancer balancer, ProvisioningStatus status)
    {
        balancer.Provisioning = status;
        balancer.UpdatedAt = _world.Now;
        Tell(balancer);
    }

    private void Tell(OctaviaLoadBalancer balancer) => Changed?.Invoke(balancer);
}
