using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>
/// The haproxy on every API unit. Each checks all units of its application; the VIP is on one of them.
/// </summary>
internal sealed class HaProxyFleet
{
    private const int ExporterPort = 9101;

    private readonly Dictionary<(string Address, int Port), HaProxyPeer> _peers = [];
    private readonly IReadOnlyDictionary<string, string> _services;
    private readonly Ground _ground;

    public HaProxyFleet(Ground ground, JujuModel juju)
    {
        _ground = ground;
        _services = PlannedCharms.VipNames(ground.Plan);
        Instances =
        [
            .. _services.SelectMany(api => juju.Application(api.Key).Units.Select(unit => Build(unit, api.Value))),
        ];
        foreach (var instance in Instances)
        {
            instance.Unit.Machine.Files.Declare("/etc/haproxy/haproxy.cfg", instance.Configuration);
            instance.Unit.Machine.Files.Declare("/run/haproxy/admin.sock", "");
        }
    }

    public IReadOnlyList<HaProxyInstance> Instances { get; }

    /// <summary>Says what stands at an address that is no unit's.</summary>
    public void Declare(string address, int port, HaProxyPeer peer) => _peers[(address, port)] = peer;

    /// <summary>What a health check meets there: a declared peer, a unit's API behind TLS, or nobody.</summary>
    public HaProxyPeer PeerAt(string address, int port)
    {
        if (_peers.TryGetValue((address, port), out var peer))
            return peer;
        var behind = Instances
            .SelectMany(instance => instance.Backends)
            .SelectMany(backend => backend.Servers)
            .FirstOrDefault(server => server.Address == $"{address}:{port}");
        return behind is { Reachable: true } ? new HaProxyPeer("tls-apache") : HaProxyPeer.Refused;
    }

    public HaProxyInstance? On(JujuMachine machine) =>
        Instances.FirstOrDefault(instance => instance.Unit.Machine == machine);

    /// <summary>
    /// The service behind a VIP answers: some haproxy of it runs and has a live server. True of what has no haproxy.
    /// </summary>
    public bool Serves(string service)
    {
        var own = Instances.Where(instance => _services[instance.Unit.Application.Name] == service).ToList();
        return own.Count == 0
            || own.Any(instance => instance.Running && instance.Unit.Machine.AgentUp && instance.Backends[0].Up);
    }

    private HaProxyInstance Build(JujuUnit unit, string service)
    {
        var port = _ground.Plan.Ports[service];
        var network = _ground.Plan.Address("4.0");
        // charm-helpers puts the API itself ten ports below the one haproxy takes.
        HaProxyServer[] servers =
        [
            .. unit.Application.Units.Select(peer => new HaProxyServer(peer, port - 10)
            {
                LastChange = _ground.Plan.DeployedAt,
            }),
        ];
        List<HaProxyBackend> backends = [new HaProxyBackend($"{service}-public", network, port, servers)];
        // An operator's exporter on the unit itself: nothing to balance, so nothing is checked.
        if (_ground.Plan.UncheckedServers)
            backends.Add(
                new HaProxyBackend(
                    $"{service}-exporter",
                    network,
                    ExporterPort,
                    [
                        new HaProxyServer(unit, ExporterPort - 1)
                        {
                            Checked = false,
                            LastChange = _ground.Plan.DeployedAt,
                        },
                    ]
                )
            );
        return new HaProxyInstance(_ground, this, unit, backends);
    }
}
