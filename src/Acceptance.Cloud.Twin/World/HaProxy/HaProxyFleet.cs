using Acceptance.Cloud.Twin.World.Juju;

namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>The haproxy on every API unit. Each checks all units of its application; the VIP is on one of them.</summary>
public sealed class HaProxyFleet
{
    public HaProxyFleet(TwinWorld world)
    {
        Instances = [.. CaracalBundle.VipNames.SelectMany(api => world.Juju.Application(api.Key).Units.Select(unit => Build(world, unit, api.Value)))];
        foreach (var instance in Instances) instance.Unit.Machine.Files.Declare("/etc/haproxy/haproxy.cfg", instance.Configuration);
    }

    public IReadOnlyList<HaProxyInstance> Instances { get; }

    public HaProxyInstance? On(JujuMachine machine) => Instances.FirstOrDefault(instance => instance.Unit.Machine == machine);

    /// <summary>The service behind a VIP answers: some haproxy of it runs and has a live server. True of what has no haproxy.</summary>
    public bool Serves(string service)
    {
        var own = Instances.Where(instance => CaracalBundle.VipNames[instance.Unit.Application.Name] == service).ToList();
        return own.Count == 0 || own.Any(instance => instance.Running && instance.Unit.Machine.AgentUp && instance.Backends.Any(backend => backend.Up));
    }

    private static HaProxyInstance Build(TwinWorld world, JujuUnit unit, string service)
    {
        var port = world.Plan.Ports[service];
        var network = world.Plan.Address("4.0");
        // charm-helpers puts the API itself ten ports below the one haproxy takes.
        HaProxyServer[] servers = [.. unit.Application.Units.Select(peer => new HaProxyServer(peer, port - 10) { LastChange = world.Plan.DeployedAt })];
        return new HaProxyInstance(world, unit, [new HaProxyBackend($"{service}-public", network, port, servers)]);
    }
}
