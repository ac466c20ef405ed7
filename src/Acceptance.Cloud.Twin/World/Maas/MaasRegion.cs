using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.World.Maas;

/// <summary>What MAAS knows: the hosts and the management substrate, and the six spaces. The hosts are composed in a virsh pod: who releases them decomposes them (D-061).</summary>
public sealed partial class MaasRegion
{
    /// <summary>The machine of the retired out-of-cloud management node, which phase-00 deletes.</summary>
    public const string Orphan = "capi-mgmt";

    private static readonly string[] Substrate = ["juju", "lxd", "tailscale"];

    private static readonly string[] Nics = ["enp1s0", "enp7s0", "enp8s0", "enp9s0", "enp10s0"];

    private readonly TwinWorld _world;
    private readonly List<MaasNode> _nodes = [];

    public MaasRegion(TwinWorld world)
    {
        _world = world;
        Spaces =
        [
            .. HostAddresses.Planes.Select(
                (plane, i) =>
                    new MaasSpace(
                        i + 1,
                        plane.Key,
                        5001 + i,
                        i + 1,
                        world.Plan.Address($"{plane.Value}.0/22"),
                        plane.Key is "provider-public" or "metal-admin" ? world.Plan.Address($"{plane.Value}.1") : null
                    )
            ),
        ];
        foreach (var host in world.Hosts)
        {
            var node = new MaasNode(NewSystemId(), host.Name, "Deployed")
            {
                MemoryMb = host.MemoryMb,
                Cpus = host.Vcpus,
            };
            Wire(node, host);
            Carve(node, host);
            _nodes.Add(node);
            host.PowerChanged += changed =>
            {
                if (Node(changed.Name) is { } known)
                    known.PowerState = changed.PoweredOn ? "on" : "off";
            };
        }

        _nodes.AddRange(
            Substrate.Select(
                (name, i) =>
                    new MaasNode(NewSystemId(), name, "Deployed")
                    {
                        FixedAddresses = [world.Plan.Address($"8.{20 + (10 * i)}")],
                    }
            )
        );
        if (world.Plan.BeforeTeardown)
            _nodes.Add(
                new MaasNode(NewSystemId(), Orphan, "Deployed") { FixedAddresses = [world.Plan.Address("8.21")] }
            );
    }

    public IReadOnlyList<MaasNode> Nodes => _nodes;

    public IReadOnlyList<MaasSpace> Spaces { get; }

    /// <summary>Leases that MAAS saw and keeps (alloc_type 6): they block the address until somebody releases them with force and discovered.</summary>
    public List<MaasAddress> Discovered { get; } = [];

    public string Profile => "admin";

    public MaasNode? Node(string hostname) => _nodes.Find(node => node.Hostname == hostname);

    public MaasNode? BySystemId(string systemId) => _nodes.Find(node => node.SystemId == systemId);

    /// <summary>Everything that MAAS holds on a subnet, by address.</summary>
    public IReadOnlyList<MaasAddress> On(MaasSpace subnet) =>
        [
            .. _nodes
                .SelectMany(node =>
                    node.Interfaces.SelectMany(one => one.Links)
                        .Where(link => link.Subnet == subnet && link.Address is not null)
                        .Select(link => new MaasAddress(
                            link.Address!,
                            MaasAddress.Sticky,
                            node,
                            _world.Plan.DeployedAt
                        ))
                )
                .Concat(Discovered.Where(address => Contains(subnet, address.Ip)))
                .OrderBy(address => Version.Parse(address.Ip)),
        ];

    /// <summary>A /22 of the plan holds this address.</summary>
    public static bool Contains(MaasSpace subnet, string ip) =>
        ip.Split('.') is [var a, var b, var c, _]
        && subnet.Cidr.Split('.') is [var x, var y, var z, _]
        && a == x
        && b == y
        && int.TryParse(c, out var third)
        && int.TryParse(z, out var first)
        && third >= first
        && third < first + 4;

    private void Wire(MaasNode node, HostMachine host)
    {
        foreach (var (name, i) in Nics.Select((name, i) => (name, i)))
            node.Add(id => new MaasInterface(id, name, "physical")
            {
                Mac = LibvirtHypervisor.Mac(host, i),
                Vlan =
                    i == 0 ? Spaces[0].Vlan
                    : i == 1 ? Spaces[1].Vlan
                    : Spaces[i + 1].Vlan,
            });
    }

    /// <summary>Pattern A as phase-00 step 6 carves it: br-ex (OVS) on enp1s0, br-metal and its VLAN under br-internal, the rest raw.</summary>
    private void Carve(MaasNode node, HostMachine host)
    {
        var ex = node.Add(id => new MaasInterface(id, "br-ex", "bridge")
        {
            BridgeType = "ovs",
            Parents = [node.Interface("enp1s0")!],
            Vlan = Spaces[0].Vlan,
        });
        var metal = node.Add(id => new MaasInterface(id, "br-metal", "bridge")
        {
            BridgeType = "standard",
            Parents = [node.Interface("enp7s0")!],
            Vlan = Spaces[1].Vlan,
        });
        var tagged = node.Add(id => new MaasInterface(id, "br-metal.103", "vlan")
        {
            Parents = [metal],
            Vlan = Spaces[2].Vlan,
        });
        var inner = node.Add(id => new MaasInterface(id, "br-internal", "bridge")
        {
            BridgeType = "standard",
            Parents = [tagged],
            Vlan = Spaces[2].Vlan,
        });
        MaasInterface[] places =
        [
            ex,
            metal,
            inner,
            node.Interface("enp8s0")!,
            node.Interface("enp9s0")!,
            node.Interface("enp10s0")!,
        ];
        foreach (var (place, i) in places.Select((place, i) => (place, i)))
            place.Links.Add(
                new MaasLink(
                    place.Id * 10,
                    "static",
                    Spaces[i],
                    HostAddresses.OfHost(_world.Plan, Spaces[i].Name, host.Index)
                )
            );
    }

    private string NewSystemId() => _world.NewSuffix(6);
}
