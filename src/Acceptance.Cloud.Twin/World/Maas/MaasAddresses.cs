namespace Acceptance.Cloud.Twin.World.Maas;

/// <summary>What MAAS holds on its subnets: links of interfaces, and leases that it discovered.</summary>
internal sealed class MaasAddresses(IReadOnlyList<MaasNode> nodes, WorldPlan plan)
{
    private int _links = 90000;

    /// <summary>
    /// Leases that MAAS saw and keeps (alloc_type 6): they block the address until somebody releases them
    /// with force and discovered.
    /// </summary>
    public List<MaasAddress> Discovered { get; } = [];

    /// <summary>Everything that MAAS holds on a subnet, by address.</summary>
    public IReadOnlyList<MaasAddress> On(MaasSpace subnet) =>
        [
            .. nodes
                .SelectMany(node =>
                    node.Interfaces.SelectMany(one => one.Links)
                        .Where(link => link.Subnet == subnet && link.Address is not null)
                        .Select(link => new MaasAddress(link.Address!, MaasAddress.Sticky, node, plan.DeployedAt))
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

    public MaasLink Link(MaasNode node, MaasInterface place, MaasSpace subnet, string mode, string? address)
    {
        node.MustBeReady();
        if (address is not null && On(subnet).Any(held => held.Ip == address))
            throw new MaasRefusedException("{\"ip_address\": [\"IP address is already in use.\"]}");
        var link = new MaasLink(_links++, mode.ToLowerInvariant(), subnet, address);
        place.Links.RemoveAll(old => old.Mode == "link_up");
        place.Links.Add(link);
        place.Vlan = subnet.Vlan;
        return link;
    }

    /// <summary>
    /// ipaddresses release: force alone looks past discovered addresses, and only force
    /// with discovered finds them (FACTS 8.6).
    /// </summary>
    public void Release(string ip, bool force, bool discovered)
    {
        if (force && discovered && Discovered.RemoveAll(address => address.Ip == ip) > 0)
            return;
        throw new MaasRefusedException(
            force
                ? $"IP address {ip} does not exist."
                : $"IP address {ip} does not exist, is not the correct type of address, "
                    + "or does not belong to the requesting user.\n"
                    + "If you are sure you want to release this address, use force=true as a MAAS administrator."
        );
    }
}
