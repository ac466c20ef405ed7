using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.World.Maas;

/// <summary>
/// What MAAS knows: the hosts and the management substrate, and the six spaces. The hosts are composed in a virsh pod:
/// who releases them decomposes them (D-061).
/// </summary>
internal sealed class MaasRegion
{
    /// <summary>The machine of the retired out-of-cloud management node, which phase-00 deletes.</summary>
    public const string Orphan = "capi-mgmt";

    private static readonly string[] Substrate = ["juju", "lxd", "tailscale"];

    /// <summary>From the enrolment or the order to Ready (FACTS 8.12: four hosts ~3 min).</summary>
    private static readonly TimeSpan Commissioning = TimeSpan.FromMinutes(3);

    private readonly Ground _ground;
    private readonly IReadOnlyList<HostMachine> _hosts;
    private readonly LibvirtHypervisor _libvirt;
    private readonly MaasCarving _carving;
    private readonly List<MaasNode> _nodes = [];

    public MaasRegion(Ground ground, IReadOnlyList<HostMachine> hosts, LibvirtHypervisor libvirt)
    {
        (_ground, _hosts, _libvirt) = (ground, hosts, libvirt);
        Spaces =
        [
            .. HostAddresses.Planes.Select(
                (plane, i) =>
                    new MaasSpace(
                        i + 1,
                        plane.Key,
                        5001 + i,
                        i + 1,
                        ground.Plan.Address($"{plane.Value}.0/22"),
                        plane.Key is "provider-public" or "metal-admin" ? ground.Plan.Address($"{plane.Value}.1") : null
                    )
            ),
        ];
        Addresses = new MaasAddresses(_nodes, ground.Plan);
        _carving = new MaasCarving(Spaces, ground.Plan);
        foreach (var host in hosts)
        {
            var node = new MaasNode(NewSystemId(), host.Name, "Deployed")
            {
                MemoryMb = host.MemoryMb,
                Cpus = host.Vcpus,
            };
            _carving.Wire(node, host);
            _carving.Carve(node, host);
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
                        FixedAddresses = [ground.Plan.Address($"8.{20 + (10 * i)}")],
                    }
            )
        );
        if (ground.Plan.BeforeTeardown)
            _nodes.Add(
                new MaasNode(NewSystemId(), Orphan, "Deployed") { FixedAddresses = [ground.Plan.Address("8.21")] }
            );
    }

    public IReadOnlyList<MaasNode> Nodes => _nodes;

    public IReadOnlyList<MaasSpace> Spaces { get; }

    public MaasAddresses Addresses { get; }

    public string Profile => "admin";

    public MaasNode? Node(string hostname) => _nodes.Find(node => node.Hostname == hostname);

    public MaasNode? BySystemId(string systemId) => _nodes.Find(node => node.SystemId == systemId);

    /// <summary>The model has gone, and with it the pod's machines; their libvirt domains stay, shut off.</summary>
    public void Decompose(HostMachine host)
    {
        _nodes.RemoveAll(node => node.Hostname == host.Name);
        Addresses.Discovered.RemoveAll(address => address.Node.Hostname == host.Name);
        host.PowerOff();
    }

    public void Delete(MaasNode node)
    {
        _nodes.Remove(node);
        Addresses.Discovered.RemoveAll(address => address.Node == node);
    }

    /// <summary>Makes the object of a machine whose libvirt domain exists, and commissions it.</summary>
    public MaasNode Enrol(string hostname, string powerId)
    {
        if (Node(hostname) is not null)
            throw new MaasRefusedException($"{{\"hostname\": [\"Node with hostname '{hostname}' already exists\"]}}");
        if (_libvirt.Find(powerId)?.Host is not { } host)
            throw new MaasRefusedException($"{{\"power_parameters\": [\"No machine with the power id '{powerId}'\"]}}");
        var node = new MaasNode(NewSystemId(), hostname, "New")
        {
            MemoryMb = host.MemoryMb,
            Cpus = host.Vcpus,
            PowerState = "off",
            Owner = "",
        };
        _carving.Wire(node, host);
        _nodes.Add(node);
        Commission(node);
        return node;
    }

    /// <summary>
    /// Boots the machine, which leases an address on metal-admin that MAAS then takes
    /// for discovered, and reads its hardware.
    /// </summary>
    public void Commission(MaasNode node)
    {
        if (node.Status is not ("New" or "Ready" or "Broken"))
            throw new MaasRefusedException($"Cannot commission a machine that is {node.Status}.");
        node.Status = "Commissioning";
        var host = _hosts.FirstOrDefault(one => one.Name == node.Hostname);
        var lease = host is null ? null : HostAddresses.OfHost(_ground.Plan, "metal-admin", host.Index);
        _ground.Clock.In(
            Commissioning,
            () =>
            {
                if (node.Status != "Commissioning")
                    return;
                (node.Status, node.PowerState) = ("Ready", "off");
                if (host is not null)
                    node.MemoryMb = (int)((_libvirt.Find(host.Name)?.ConfiguredMemory ?? host.MemoryMb * 1024L) >> 10);
                if (
                    lease is not null
                    && !Addresses.Discovered.Exists(address => address.Ip == lease)
                    && !Addresses.On(Spaces[1]).Any(address => address.Ip == lease)
                )
                    Addresses.Discovered.Add(new MaasAddress(lease, MaasAddress.Discovered, node, _ground.Now));
            }
        );
    }

    private string NewSystemId() => _ground.NewSuffix(6);
}
