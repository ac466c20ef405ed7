namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>Subnets, each with one allocation pool.</summary>
internal sealed class Subnets : NeutronCollection<NeutronSubnet>
{
    private readonly Ground _ground;
    private readonly NeutronRows _rows;

    internal Subnets(Ground ground, NeutronRows rows)
        : base(rows.Subnets) => (_ground, _rows) = (ground, rows);

    public IEnumerable<NeutronSubnet> Of(string networkId) => _rows.SubnetsOf(networkId);

    public NeutronSubnet Create(SubnetRequest request)
    {
        var network = NeutronRows.Required(_rows.Networks, request.NetworkId, "Network");
        RefuseOverlap(network, request.Cidr);
        var v6 = request.Cidr.Contains(':', StringComparison.Ordinal);
        var (first, last) = v6 ? (request.Cidr, request.Cidr) : AddressBook.Hosts(request.Cidr);
        var gateway = request.NoGateway ? null : request.GatewayIp ?? (v6 ? null : first);
        var poolStart = v6 || gateway != first ? first : AddressBook.After(first);
        var subnet = new NeutronSubnet
        {
            Id = _ground.NewId(),
            ProjectId = request.ProjectId,
            Name = request.Name,
            NetworkId = network.Id,
            Cidr = request.Cidr,
            GatewayIp = gateway,
            PoolStart = request.PoolStart ?? poolStart,
            PoolEnd = request.PoolEnd ?? last,
            DnsNameservers = [.. request.DnsNameservers],
            EnableDhcp = request.EnableDhcp,
            Description = request.Description,
            CreatedAt = _ground.Now,
            UpdatedAt = _ground.Now,
            Revision = 0,
        };
        _rows.Subnets.Add(subnet);
        network.Touch(_ground.Now);
        return subnet;
    }

    private void RefuseOverlap(NeutronNetwork network, string cidr)
    {
        if (_rows.SubnetsOf(network.Id).Any(other => AddressBook.Overlap(other.Cidr, cidr)))
            throw new RefusedException(
                Refusal.Invalid,
                $"Invalid input for operation: Requested subnet with cidr: {cidr} for network: {network.Id} "
                    + "overlaps with another subnet.",
                "InvalidInput"
            );
    }

    public void Delete(string id)
    {
        var subnet = NeutronRows.Required(_rows.Subnets, id, "Subnet");
        if (_rows.Ports.Exists(port => port.FixedIps.Any(ip => ip.SubnetId == id)))
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"Unable to complete operation on subnet {id}: "
                    + "One or more ports have an IP allocation from this subnet.",
                "SubnetInUse"
            );
        }

        _rows.Subnets.Remove(subnet);
        NeutronRows.Find(_rows.Networks, subnet.NetworkId)?.Touch(_ground.Now);
    }
}
