using Acceptance.Cloud.Twin.World.Hosts;
using Acceptance.Cloud.Twin.World.Libvirt;

namespace Acceptance.Cloud.Twin.World.Maas;

/// <summary>The interfaces of a host: as its hardware has them, and as phase-00 carves them.</summary>
internal sealed class MaasCarving(IReadOnlyList<MaasSpace> spaces, WorldPlan plan)
{
    private static readonly string[] Nics = ["enp1s0", "enp7s0", "enp8s0", "enp9s0", "enp10s0"];

    public void Wire(MaasNode node, HostMachine host)
    {
        foreach (var (name, i) in Nics.Select((name, i) => (name, i)))
            node.Add(id => new MaasInterface(id, name, "physical")
            {
                Mac = LibvirtHypervisor.Mac(host, i),
                Vlan =
                    i == 0 ? spaces[0].Vlan
                    : i == 1 ? spaces[1].Vlan
                    : spaces[i + 1].Vlan,
            });
    }

    /// <summary>
    /// Pattern A as phase-00 step 6 carves it: br-ex (OVS) on enp1s0,
    /// br-metal and its VLAN under br-internal, the rest raw.
    /// </summary>
    public void Carve(MaasNode node, HostMachine host)
    {
        var ex = node.Add(id => new MaasInterface(id, "br-ex", "bridge")
        {
            BridgeType = "ovs",
            Parents = [node.Interface("enp1s0")!],
            Vlan = spaces[0].Vlan,
        });
        var metal = node.Add(id => new MaasInterface(id, "br-metal", "bridge")
        {
            BridgeType = "standard",
            Parents = [node.Interface("enp7s0")!],
            Vlan = spaces[1].Vlan,
        });
        var tagged = node.Add(id => new MaasInterface(id, "br-metal.103", "vlan")
        {
            Parents = [metal],
            Vlan = spaces[2].Vlan,
        });
        var inner = node.Add(id => new MaasInterface(id, "br-internal", "bridge")
        {
            BridgeType = "standard",
            Parents = [tagged],
            Vlan = spaces[2].Vlan,
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
                new MaasLink(place.Id * 10, "static", spaces[i], HostAddresses.OfHost(plan, spaces[i].Name, host.Index))
            );
    }
}
