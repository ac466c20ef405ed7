using System.Collections;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>The amphorae: built, failed over, reaped, and missed when they fall silent.</summary>
internal sealed class Amphorae : IEnumerable<Amphora>
{
    private readonly Ground _ground;
    private readonly AmphoraOwner _owner;
    private readonly Nova _compute;
    private readonly Neutron _network;
    private readonly ImagesModel _images;
    private readonly LoadBalancers _balancers;

    internal Amphorae(
        Ground ground,
        AmphoraOwner owner,
        Nova compute,
        Neutron network,
        ImagesModel images,
        LoadBalancers balancers
    )
    {
        (_ground, _owner, _compute, _network, _images, _balancers) = (
            ground,
            owner,
            compute,
            network,
            images,
            balancers
        );
        Blip = ground.Plan.Physics.FailoverBlip;
        compute.Servers.Changed += OnServerChanged;
    }

    /// <summary>How long the next failovers leave the data path dark.</summary>
    public TimeSpan Blip { get; set; }

    /// <summary>The flavor that charm-octavia makes: 1024 MB, 1 vCPU, 8 GB (FACTS 8.2).</summary>
    public NovaFlavor Flavor => _compute.Flavors.Find("charm-octavia")!;

    /// <summary>Amphora servers that no row knows: left behind by failed failovers.</summary>
    public IEnumerable<NovaServer> Orphans =>
        _compute.Servers.Where(server =>
            server.ProjectId == _owner.ProjectId
            && server.Name.StartsWith("amphora-", StringComparison.Ordinal)
            && this.All(row => row.ServerName != server.Name)
        );

    /// <summary>
    /// What is sent to the VIP arrives: an amphora has the VIP, its server runs, and no failover is changing over.
    /// </summary>
    public bool DataPathUp(OctaviaLoadBalancer balancer) =>
        !balancer.Dark
        && balancer.Serving is { ComputeId: { } id }
        && _compute.Servers.Find(id) is { } server
        && _compute.Servers.Runs(server)
        && _network.Ports.Find(balancer.VipPortId) is not null;

    private static readonly TimeSpan Taken = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterChangeOver = TimeSpan.FromSeconds(3);

    /// <summary>The charm's amp-image-tag: Octavia takes the newest image that has it, whatever its name.</summary>
    public Func<string> ImageTag { get; set; } = () => "octavia-amphora";

    private string? Image => _images.Newest.FirstOrDefault(image => image.Tags.Contains(ImageTag()))?.Id;

    /// <summary>An operator's failover: accepted in ACTIVE and ERROR.</summary>
    public void Failover(OctaviaLoadBalancer balancer)
    {
        LoadBalancers.DemandSettled(balancer);
        BeginFailover(balancer);
    }

    /// <summary>
    /// Takes the amphora off its server and its row, as a failover that failed did: the server stays, and is nobody's.
    /// </summary>
    internal NovaServer Abandon(bool heartbeating)
    {
        var name = $"amphora-{_ground.NewId()}";
        var request = new ServerRequest(name, _owner.ProjectId, _owner.UserId, Flavor.Name)
        {
            Image = Image,
            NetworkIds = [_owner.ManagementNetworkId],
            Standing = heartbeating,
            Host = heartbeating ? null : "no host",
            RefusedAfter = TimeSpan.FromSeconds(1),
        };
        return _compute.Boot(request);
    }

    /// <summary>
    /// What the health manager writes of amphorae it hears and does not know, every 10 s (FACTS 8.7).
    /// </summary>
    public IEnumerable<string> MissingFromDatabase() =>
        from server in Orphans
        where _compute.Servers.Runs(server)
        let id = server.Name["amphora-".Length..]
        select $"The amphora {id} with IP {_compute.Servers.AddressOf(server)} is missing from the DB, "
            + "so it cannot be automatically deleted (the compute_id is unknown). "
            + "An operator must manually delete it from the compute service.";

    internal void Build(OctaviaLoadBalancer balancer, bool standing)
    {
        var amphora = NewRow(balancer);
        if (!standing)
        {
            _ground.Clock.In(Taken, () => BootServer(balancer, amphora, standing: false));
            return;
        }

        BootServer(balancer, amphora, standing: true);
        TakeVip(balancer, amphora);
        _balancers.Settle(balancer);
    }

    private void BeginFailover(OctaviaLoadBalancer balancer)
    {
        var attempt = ++balancer.Attempt;
        foreach (var old in balancer.Amphorae)
            Mark(old, AmphoraStatus.PendingDelete);
        _balancers.Set(balancer, ProvisioningStatus.PendingUpdate);
        // The new row stands for a moment before its server is asked for (captures: PENDING_CREATE, then BOOTING).
        _ground.Clock.In(
            Taken / 2,
            () =>
            {
                if (balancer.Attempt != attempt || !_balancers.Contains(balancer))
                    return;
                var row = NewRow(balancer);
                _ground.Clock.In(
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
            Id = _ground.NewId(),
            LoadBalancerId = balancer.Id,
            CreatedAt = _ground.Now,
            CertExpiration = _ground.Now.AddDays(30),
        };
        balancer.Amphorae.Add(row);
        return row;
    }

    private void BootServer(OctaviaLoadBalancer balancer, Amphora amphora, bool standing)
    {
        if (!_balancers.Contains(balancer))
            return;
        var image = Image;
        if (image is null && !standing)
        {
            GiveUp(balancer, amphora);
            return;
        }

        var request = new ServerRequest(amphora.ServerName, _owner.ProjectId, _owner.UserId, Flavor.Name)
        {
            Image = image,
            NetworkIds = [_owner.ManagementNetworkId],
            Standing = standing,
            BuildsFor = _ground.Plan.Physics.AmphoraBoot,
            RefusedAfter = _ground.Plan.Physics.NoValidHost - Taken,
        };
        var server = _compute.Boot(request);
        (amphora.ComputeId, amphora.ImageId) = (server.Id, server.ImageId);
        Mark(amphora, AmphoraStatus.Booting);
        if (standing)
            Allocate(amphora, server);
    }

    private void OnServerChanged(NovaServer server)
    {
        if (server.ProjectId != _owner.ProjectId)
            return;
        if (this.FirstOrDefault(row => row.ComputeId == server.Id) is not { } amphora)
            return;
        var balancer = _balancers.Single(one => one.Id == amphora.LoadBalancerId);
        if (amphora.Status == AmphoraStatus.Booting)
        {
            if (server.Status == ServerStatus.Error)
                GiveUp(balancer, amphora);
            if (server.Status == ServerStatus.Active)
                Booted(balancer, amphora, server);
        }
        else if (!_compute.Servers.Runs(server))
        {
            _ground.Clock.In(_ground.Plan.Physics.HeartbeatTimeout, () => Missed(balancer, amphora));
        }

        _balancers.Tell(balancer);
    }

    /// <summary>
    /// The replacement (or the first one) is up: it takes the VIP when the rest of the flow is through.
    /// </summary>
    private void Booted(OctaviaLoadBalancer balancer, Amphora amphora, NovaServer server)
    {
        Allocate(amphora, server);
        if (balancer.Serving is null)
        {
            TakeVip(balancer, amphora);
            _balancers.Settle(balancer);
            return;
        }

        var attempt = balancer.Attempt;
        var rest = Longer(_ground.Plan.Physics.Failover - _ground.Plan.Physics.AmphoraBoot - Taken, AfterChangeOver);
        var changeOver = rest - AfterChangeOver;
        var blip = Blip;
        _ground.Clock.In(Longer(changeOver - blip, TimeSpan.Zero), () => GoDark(balancer, attempt, blip));
        _ground.Clock.In(Longer(changeOver, blip), () => ChangeOver(balancer, amphora, attempt));
        _ground.Clock.In(Longer(changeOver, blip) + AfterChangeOver, () => Finish(balancer, amphora, attempt));
    }

    private void GoDark(OctaviaLoadBalancer balancer, int attempt, TimeSpan blip)
    {
        if (balancer.Attempt != attempt || blip <= TimeSpan.Zero)
            return;
        balancer.Dark = true;
        _balancers.Tell(balancer);
    }

    private void ChangeOver(OctaviaLoadBalancer balancer, Amphora amphora, int attempt)
    {
        if (balancer.Attempt != attempt)
            return;
        TakeVip(balancer, amphora);
        balancer.Dark = false;
        _balancers.Tell(balancer);
    }

    private void Finish(OctaviaLoadBalancer balancer, Amphora amphora, int attempt)
    {
        if (balancer.Attempt != attempt || !_balancers.Contains(balancer))
            return;
        foreach (var old in balancer.Amphorae.Where(row => row != amphora).ToArray())
            Reap(balancer, old);
        _balancers.Settle(balancer);
    }

    /// <summary>
    /// NoValidHost: the new row vanishes, its ERROR server stays, the old amphora reads ERROR and serves on (captures).
    /// Without an image no server was asked for.
    /// </summary>
    private void GiveUp(OctaviaLoadBalancer balancer, Amphora amphora)
    {
        balancer.Amphorae.Remove(amphora);
        foreach (var old in balancer.Amphorae)
            Mark(old, AmphoraStatus.Error);
        _balancers.Set(balancer, ProvisioningStatus.Error);
    }

    /// <summary>
    /// No heartbeat for too long: the health manager fails it over,
    /// and while another operation holds the load balancer, looks again.
    /// </summary>
    private void Missed(OctaviaLoadBalancer balancer, Amphora amphora)
    {
        if (
            !balancer.Amphorae.Contains(amphora)
            || (_compute.Servers.Find(amphora.ComputeId!) is { } server && _compute.Servers.Runs(server))
        )
            return;
        if (balancer.Provisioning == ProvisioningStatus.PendingUpdate)
            _ground.Clock.In(_ground.Plan.Physics.HeartbeatTimeout, () => Missed(balancer, amphora));
        if (balancer.Provisioning != ProvisioningStatus.Active)
            return;
        BeginFailover(balancer);
    }

    private void Allocate(Amphora amphora, NovaServer server)
    {
        (amphora.Role, amphora.CachedZone, amphora.LbNetworkIp) = (
            "STANDALONE",
            "nova",
            _compute.Servers.AddressOf(server)
        );
        Mark(amphora, AmphoraStatus.Allocated);
    }

    private void TakeVip(OctaviaLoadBalancer balancer, Amphora amphora)
    {
        var server = _compute.Servers.Find(amphora.ComputeId!);
        var port = _network.Ports.Create(
            new PortRequest(_owner.ProjectId, balancer.VipNetworkId)
            {
                Name = $"octavia-lb-vrrp-{amphora.Id}",
                SubnetId = balancer.VipSubnetId,
                SecurityGroups = [balancer.SecurityGroupId],
            }
        );
        port.AllowedAddresses.Add(balancer.VipAddress);
        _network.Ports.Bind(port, amphora.ComputeId!, "compute:nova", server?.Host ?? "");
        (amphora.VrrpPortId, amphora.VrrpIp) = (port.Id, port.Address);
        (amphora.HaPortId, amphora.HaIp) = (balancer.VipPortId, balancer.VipAddress);
        Mark(amphora, AmphoraStatus.Allocated);
        balancer.Serving = amphora;
    }

    internal void Reap(OctaviaLoadBalancer balancer, Amphora amphora)
    {
        balancer.Amphorae.Remove(amphora);
        if (amphora.ComputeId is { } id && _compute.Servers.Find(id) is { } server)
            _compute.Power.Delete(server);
        if (amphora.VrrpPortId is { } port && _network.Ports.Find(port) is not null)
            _network.Ports.Delete(port);
    }

    private void Mark(Amphora amphora, AmphoraStatus status) =>
        (amphora.Status, amphora.UpdatedAt) = (status, _ground.Now);

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    public IEnumerator<Amphora> GetEnumerator() => _balancers.SelectMany(balancer => balancer.Amphorae).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
