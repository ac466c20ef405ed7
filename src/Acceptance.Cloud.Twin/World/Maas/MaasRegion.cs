using Acceptance.Cloud.Twin.World.Hosts;

namespace Acceptance.Cloud.Twin.World.Maas;

/// <summary>What MAAS knows: the hosts and the management substrate, and the six spaces.</summary>
public sealed class MaasRegion
{
    private static readonly string[] Substrate = ["juju", "lxd", "tailscale"];

    public MaasRegion(TwinWorld world)
    {
        Nodes =
        [
            .. world.Hosts.Select(host => new MaasNode(NewSystemId(world), host.Name, "Deployed")
            {
                MemoryMb = host.MemoryMb, Cpus = host.Vcpus,
                Addresses = [.. HostAddresses.Planes.Keys.Select(space => HostAddresses.OfHost(world.Plan, space, host.Index))],
            }),
            .. Substrate.Select((name, i) => new MaasNode(NewSystemId(world), name, "Deployed") { Addresses = [world.Plan.Address($"8.{20 + (10 * i)}")] }),
        ];
        Spaces =
        [
            .. HostAddresses.Planes.Select((plane, i) => new MaasSpace(
                i + 1, plane.Key, 5001 + i, i + 1, world.Plan.Address($"{plane.Value}.0/22"), plane.Key is "provider-public" or "metal-admin" ? world.Plan.Address($"{plane.Value}.1") : null)),
        ];
        foreach (var host in world.Hosts)
            host.PowerChanged += changed => Node(changed.Name)!.PowerState = changed.PoweredOn ? "on" : "off";
    }

    public IReadOnlyList<MaasNode> Nodes { get; }

    public IReadOnlyList<MaasSpace> Spaces { get; }

    public string Profile => "admin";

    public MaasNode? Node(string hostname) => Nodes.FirstOrDefault(node => node.Hostname == hostname);

    private static string NewSystemId(TwinWorld world) => world.NewSuffix(6);
}
