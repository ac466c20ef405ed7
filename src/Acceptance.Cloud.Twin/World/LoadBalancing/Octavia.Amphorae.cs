using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>Amphorae: built, failed over, reaped, and missed when they fall silent.</summary>
public sealed partial class Octavia
{
    private static readonly TimeSpan Taken = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterChangeOver = TimeSpan.FromSeconds(3);

    // The charm's amp-image-tag: Octavia takes the newest image that carries it, whatever its name.
    private string? AmphoraImage =>
        _world.Images.Newest.FirstOrDefault(image => image.Tags.Contains("octavia-amphora"))?.Id;

    /// <summary>An operator's failover: accepted in ACTIVE and ERROR.</summary>
    public void Failover(OctaviaLoadBalancer balancer)
    {
        DemandSettled(balancer);
        BeginFailover(balancer);
    }

    /// <summary>Takes the amphora off its server and its row, as a failover that failed did: the server stays, and is nobody's.</summary>
    internal NovaServer Abandon(bool heartbeating)
    {
        var name = $"amphora-{_world.NewId()}";
        var request = new ServerRequest(name, ServicesProjectId, ServicesUserId, AmphoraFlavor.Name)
        {
            Image = AmphoraImage,
            NetworkIds = [ManagementNetworkId],
            Standing = heartbeating,
            Host = heartbeating ? null : "no host",
            RefusedAfter = TimeSpan.FromSeconds(1),
        };
        return _world.Compute.Boot(request);
    }

    /// <summary>What the health manager writes of amphorae it hears and does not know, every 10 s (FACTS 8.7).</summary>
    public IEnumerable<string> MissingFromDatabase() =>
        from server in Orphans
        where _world.Compute.Runs(server)
        let id = server.Name["amphora-".Length..]
        select $"The amphora {id} with IP {_world.Compute.AddressOf(server)} is missing from the DB, so it cannot be automatically deleted (the compute_id is unknown). An operator must manually delete it from the compute service.";

    private void Build(OctaviaLoadBalancer balancer, bool standing)
    {
        var amphora = NewRow(balancer);
        if (!standing)
        {
            _world.Clock.In(Taken, () => BootServer(balancer, amphora, standing: false));
            return;
        }

        BootServer(balancer, amphora, standing: true);
        TakeVip(balancer, amphora);
        Settle(balancer);
    }

    private void BeginFailover(OctaviaLoadBalancer balancer)
    {
        var attempt = ++balancer.Attempt;
        foreach (var old in balancer.Amphorae)
            Mark(old, AmphoraStatus.PendingDelete);
        Set(balancer, ProvisioningStatus.PendingUpdate);
        // The new row stands for a moment before its server is asked for (captures: PENDING_CREATE, then BOOTING).
        _world.Clock.In(
            Taken / 2,
            () =>
            {
                if (balancer.Attempt != attempt || !_loadBalancers.Contains(balancer))
                    return;
                var row = NewRow(balancer);
                _world.Clock.In(
                    Taken / 2,
                    () =>
                    {
                        if (balancer.Attempt == attempt)
                            BootServer(balancer, row, standing: false);
                    }
                );
            }
        );
    }

    private Amphora NewRow(OctaviaLoadBalancer balancer)
    {
        var row = new Amphora
        {
            Id = _world.NewId(),
            LoadBalancerId = balancer.Id,
            CreatedAt = _world.Now,
            CertExpiration = _world.Now.AddDays(30),
        };
        balancer.Amphorae.Add(row);
        return row;
    }

    private void BootServer(OctaviaLoadBalancer balancer, Amphora amphora, bool standing)
    {
        if (!_loadBalancers.Contains(balancer))
            return;
        var request = new ServerRequest(amphora.ServerName, ServicesProjectId, ServicesUserId, AmphoraFlavor.Name)
        {
            Image = AmphoraImage,
            NetworkIds = [ManagementNetworkId],
            Standing = standing,
            BuildsFor = _world.Plan.Physics.AmphoraBoot,
            RefusedAfter = _world.Plan.Physics.NoValidHost - Taken,
        };
        var server = _world.Compute.Boot(request);
        (amphora.ComputeId, amphora.ImageId) = (server.Id, server.ImageId);
        Mark(amphora, AmphoraStatus.Booting);
        if (standing)
            Allocate(amphora, server);
    }

    private void OnServerChanged(NovaServer server)
    {
        if (server.ProjectId != ServicesProjectId)
            return;
        if (Amphorae.FirstOrDefault(row => row.ComputeId == server.Id) is not { } amphora)
            return;
        var balancer = _loadBalancers.Single(one => one.Id == amphora.LoadBalancerId);
        if (amphora.Status == AmphoraStatus.Booting)
        {
            if (server.Status == ServerStatus.Error)
                GiveUp(balancer, amphora);
            if (server.Status == ServerStatus.Active)
                Booted(balancer, amphora, server);
        }
        else if (!_world.Compute.Runs(server))
        {
            _world.Clock.In(_world.Plan.Physics.HeartbeatTimeout, () => Missed(balancer, amphora));
        }

        Tell(balancer);
    }

    /// <summary>The replacement (or the first one) is up: it takes the VIP when the rest of the flow is through.</summary>
    private void Booted(OctaviaLoadBalancer balancer, Amphora amphora, NovaServer server)
    {
        Allocate(amphora, server);
        if (balancer.Serving is null)
        {
            TakeVip(balancer, amphora);
            Settle(balancer);
            return;
        }

        var attempt = balancer.Attempt;
        var rest = Longer(_world.Plan.Physics.Failover - _world.Plan.Physics.AmphoraBoot - Taken, AfterChangeOver);
        var changeOver = rest - AfterChangeOver;
        var blip = Blip;
        _world.Clock.In(Longer(changeOver - blip, TimeSpan.Zero), () => GoDark(balancer, attempt, blip));
        _world.Clock.In(Longer(changeOver, blip), () => ChangeOver(balancer, amphora, attempt));
        _world.Clock.In(Longer(changeOver, blip) + AfterChangeOver, () => Finish(balancer, amphora, attempt));
    }

    private void GoDark(OctaviaLoadBalancer balancer, int attempt, TimeSpan blip)
    {
        if (balancer.Attempt != attempt || blip <= TimeSpan.Zero)
            return;
        balancer.Dark = true;
        Tell(balancer);
    }

    private void ChangeOver(OctaviaLoadBalancer balancer, Amphora amphora, int attempt)
    {
        if (balancer.Attempt != attempt)
            return;
        TakeVip(balancer, amphora);
        balancer.Dark = false;
        Tell(balancer);
    }

    private void Finish(OctaviaLoadBalancer balancer, Amphora amphora, int attempt)
    {
        if (balancer.Attempt != attempt || !_loadBalancers.Contains(balancer))
            return;
        foreach (var old in balancer.Amphorae.Where(row => row != amphora).ToArray())
            Reap(balancer, old);
        Settle(balancer);
    }

    /// <summary>NoValidHost: the new row vanishes, its ERROR server stays, the old amphora reads ERROR and serves on (captures).</summary>
    private void GiveUp(OctaviaLoadBalancer balancer, Amphora amphora)
    {
        balancer.Amphorae.Remove(amphora);
        foreach (var old in balancer.Amphorae)
            Mark(old, AmphoraStatus.Error);
        Set(balancer, ProvisioningStatus.Error);
    }

    /// <summary>No heartbeat for too long: the health manager fails it over, and while another operation holds the load balancer, looks again.</summary>
    private void Missed(OctaviaLoadBalancer balancer, Amphora amphora)
    {
        if (
            !balancer.Amphorae.Contains(amphora)
            || (_world.Compute.Find(amphora.ComputeId!) is { } server && _world.Compute.Runs(server))
        )
            return;
        if (balancer.Provisioning == ProvisioningStatus.PendingUpdate)
            _world.Clock.In(_world.Plan.Physics.HeartbeatTimeout, () => Missed(balancer, amphora));
        if (balancer.Provisioning != ProvisioningStatus.Active)
            return;
        BeginFailover(balancer);
    }

    private void Allocate(Amphora amphora, NovaServer server)
    {
        (amphora.Role, amphora.CachedZone, amphora.LbNetworkIp) = (
            "STANDALONE",
            "nova",
            _world.Compute.AddressOf(server)
        );
        Mark(amphora, AmphoraStatus.Allocated);
    }

    private void TakeVip(OctaviaLoadBalancer balancer, Amphora amphora)
    {
        var server = _world.Compute.Find(amphora.ComputeId!);
        var port = _world.Network.CreatePort(
            new PortRequest(ServicesProjectId, balancer.VipNetworkId)
            {
                Name = $"octavia-lb-vrrp-{amphora.Id}",
                SubnetId = balancer.VipSubnetId,
                SecurityGroups = [balancer.SecurityGroupId],
            }
        );
        port.AllowedAddresses.Add(balancer.VipAddress);
        _world.Network.BindPort(port, amphora.ComputeId!, "compute:nova", server?.Host ?? "");
        (amphora.VrrpPortId, amphora.VrrpIp) = (port.Id, port.Address);
        (amphora.HaPortId, amphora.HaIp) = (balancer.VipPortId, balancer.VipAddress);
        Mark(amphora, AmphoraStatus.Allocated);
        balancer.Serving = amphora;
    }

    private void Reap(OctaviaLoadBalancer balancer, Amphora amphora)
    {
        balancer.Amphorae.Remove(amphora);
        if (amphora.ComputeId is { } id && _world.Compute.Find(id) is { } server)
            _world.Compute.Delete(server);
        if (amphora.VrrpPortId is { } port && _world.Network.Port(port) is not null)
            _world.Network.DeletePort(port);
    }

    /// <summary>The load balancer and all it holds are ACTIVE; what never reported is ONLINE with the first heartbeat.</summary>
    private void Settle(OctaviaLoadBalancer balancer)
    {
        foreach (var child in Children(balancer))
        {
            child.Provisioning = ProvisioningStatus.Active;
            child.UpdatedAt ??= _world.Now;
            if (child is not OctaviaMember)
                child.Operating = OperatingStatus.Online;
        }

        foreach (var pool in balancer.Pools.Where(pool => pool.Monitor is not null))
        foreach (var member in pool.Members.Where(member => member.Operating == OperatingStatus.NoMonitor))
            member.Operating = OperatingStatus.Online;
        balancer.Operating = OperatingStatus.Online;
        Set(balancer, ProvisioningStatus.Active);
        _world.SomethingAppeared();
    }

    private static IEnumerable<OctaviaResource> Children(OctaviaLoadBalancer balancer) =>
        [
            .. balancer.Listeners,
            .. balancer.Pools,
            .. balancer.Pools.SelectMany(pool => pool.Members),
            .. balancer.Pools.Select(pool => pool.Monitor).OfType<OctaviaHealthMonitor>(),
        ];

    private void Mark(Amphora amphora, AmphoraStatus status) =>
        (amphora.Status, amphora.UpdatedAt) = (status, _world.Now);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
