using Acceptance.Cloud.Twin.World.Hosts;

namespace Acceptance.Cloud.Twin.World.Maas;

/// <summary>What phase-00 changes in MAAS: machines go and come back under new ids, interfaces are carved anew.</summary>
public sealed partial class MaasRegion
{
    /// <summary>From the enrolment or the order to Ready (FACTS 8.12: four hosts ~3 min).</summary>
    private static readonly TimeSpan Commissioning = TimeSpan.FromMinutes(3);

    private int _links = 90000;

    /// <summary>The model has gone, and with it the pod's machines; their libvirt domains stay, shut off.</summary>
    public void Decompose(HostMachine host)
    {
        _nodes.RemoveAll(node => node.Hostname == host.Name);
        Discovered.RemoveAll(address => address.Node.Hostname == host.Name);
        host.PowerOff();
    }

    public void Delete(MaasNode node)
    {
        _nodes.Remove(node);
        Discovered.RemoveAll(address => address.Node == node);
    }

    /// <summary>Makes the object of a machine whose libvirt domain exists, and commissions it.</summary>
    public MaasNode Enrol(string hostname, string powerId)
    {
        if (Node(hostname) is not null)
            throw new MaasRefusedException($"{{\"hostname\": [\"Node with hostname '{hostname}' already exists\"]}}");
        if (_world.Libvirt.Find(powerId)?.Host is not { } host)
            throw new MaasRefusedException($"{{\"power_parameters\": [\"No machine with the power id '{powerId}'\"]}}");
        var node = new MaasNode(NewSystemId(), hostname, "New")
        {
            MemoryMb = host.MemoryMb,
            Cpus = host.Vcpus,
            PowerState = "off",
            Owner = "",
        };
        Wire(node, host);
        _nodes.Add(node);
        Commission(node);
        return node;
    }

    /// <summary>Boots the machine, which leases an address on metal-admin that MAAS then takes for discovered, and reads its hardware.</summary>
    public void Commission(MaasNode node)
    {
        if (node.Status is not ("New" or "Ready" or "Broken"))
            throw new MaasRefusedException($"Cannot commission a machine that is {node.Status}.");
        node.Status = "Commissioning";
        var host = _world.Hosts.FirstOrDefault(one => one.Name == node.Hostname);
        var lease = host is null ? null : HostAddresses.OfHost(_world.Plan, "metal-admin", host.Index);
        _world.Clock.In(
            Commissioning,
            () =>
            {
                if (node.Status != "Commissioning")
                    return;
                (node.Status, node.PowerState) = ("Ready", "off");
                if (host is not null)
                    node.MemoryMb = (int)(
                        (_world.Libvirt.Find(host.Name)?.ConfiguredMemory ?? host.MemoryMb * 1024L) >> 10
                    );
                if (
                    lease is not null
                    && !Discovered.Exists(address => address.Ip == lease)
                    && !On(Spaces[1]).Any(address => address.Ip == lease)
                )
                    Discovered.Add(new MaasAddress(lease, MaasAddress.Discovered, node, _world.Now));
            }
        );
    }

    /// <summary>Interfaces are changed on Ready machines only.</summary>
    public static void MustBeReady(MaasNode node)
    {
        if (node.Status is not ("Ready" or "New" or "Broken"))
            throw new MaasRefusedException(
                $"Cannot update interface because the machine is not New, Ready, Allocated, or Broken."
            );
    }

    public MaasLink Link(MaasNode node, MaasInterface place, MaasSpace subnet, string mode, string? address)
    {
        MustBeReady(node);
        if (address is not null && On(subnet).Any(held => held.Ip == address))
            throw new MaasRefusedException("{\"ip_address\": [\"IP address is already in use.\"]}");
        var link = new MaasLink(_links++, mode.ToLowerInvariant(), subnet, address);
        place.Links.RemoveAll(old => old.Mode == "link_up");
        place.Links.Add(link);
        place.Vlan = subnet.Vlan;
        return link;
    }

    /// <summary>ipaddresses release: force alone looks past discovered addresses, and only force with discovered finds them (FACTS 8.6).</summary>
    public void Release(string ip, bool force, bool discovered)
    {
        if (force && discovered && Discovered.RemoveAll(address => address.Ip == ip) > 0)
            return;
        throw new MaasRefusedException(
            force
                ? $"IP address {ip} does not exist."
                : $"IP address {ip} does not exist, is not the correct type of address, or does not belong to the requesting user.\nIf you are sure you want to release this address, use force=true as a MAAS administrator."
        );
    }
}
