namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>Which addresses of a subnet are taken: by ports, and by floating IPs.</summary>
internal sealed class AddressPools(NeutronRows rows)
{
    public string Take(NeutronSubnet subnet, string? wanted, string? from = null)
    {
        var taken = Taken(subnet);
        if (wanted is not null && taken.Contains(wanted))
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"IP address {wanted} already allocated in subnet {subnet.Id}",
                "IpAddressAlreadyAllocated"
            );
        }

        return wanted
            ?? (from is null ? null : AddressBook.FirstFree(from, subnet.PoolEnd, taken))
            ?? AddressBook.FirstFree(subnet.PoolStart, subnet.PoolEnd, taken)
            ?? throw new RefusedException(
                Refusal.Conflict,
                $"No more IP addresses available on network {subnet.NetworkId}.",
                "IpAddressGenerationFailure"
            );
    }

    private HashSet<string> Taken(NeutronSubnet subnet)
    {
        var taken = rows
            .Ports.SelectMany(port => port.FixedIps)
            .Where(ip => ip.SubnetId == subnet.Id)
            .Select(ip => ip.Address)
            .ToHashSet();
        taken.UnionWith(rows.FloatingIps.Where(ip => ip.NetworkId == subnet.NetworkId).Select(ip => ip.Address));
        return taken;
    }
}
