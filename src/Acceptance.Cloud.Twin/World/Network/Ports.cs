namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>Ports and their addresses.</summary>
internal sealed class Ports : NeutronCollection<NeutronPort>
{
    private readonly Ground _ground;
    private readonly NeutronRows _rows;
    private readonly AddressPools _pools;
    private readonly SecurityGroups _groups;
    private readonly FloatingIps _floatingIps;

    internal Ports(Ground ground, NeutronRows rows, AddressPools pools, SecurityGroups groups, FloatingIps floatingIps)
        : base(rows.Ports) =>
        (_ground, _rows, _pools, _groups, _floatingIps) = (ground, rows, pools, groups, floatingIps);

    /// <summary>The ports of a server, a router or a load balancer's VIP, oldest first.</summary>
    public IReadOnlyList<NeutronPort> Of(string deviceId) => _rows.PortsOf(deviceId);

    public NeutronPort Create(PortRequest request)
    {
        var network = NeutronRows.Required(_rows.Networks, request.NetworkId, "Network");
        var port = new NeutronPort
        {
            Id = _ground.NewId(),
            ProjectId = request.ProjectId,
            Name = request.Name,
            NetworkId = network.Id,
            MacAddress = NewMac(),
            DeviceOwner = request.DeviceOwner,
            Description = request.Description,
            AdminStateUp = request.AdminStateUp,
            SecurityGroups = [.. request.SecurityGroups ?? [_groups.Default(request.ProjectId).Id]],
            CreatedAt = _ground.Now,
            UpdatedAt = _ground.Now,
        };
        if (!request.Unaddressed)
            port.FixedIps.AddRange(Addresses(network, request, port.MacAddress));
        _rows.Ports.Add(port);
        _rows.Own(port, request.DeviceId);
        return port;
    }

    /// <summary>
    /// Refused for ports of routers and floating IPs: they go with their owner.
    /// A load balancer's VIP port is not protected (captures).
    /// </summary>
    public void Delete(string id)
    {
        var port = NeutronRows.Required(_rows.Ports, id, "Port");
        if (port.DeviceOwner.StartsWith("network:", StringComparison.Ordinal))
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"Port {id} cannot be deleted directly via the port API: has device owner {port.DeviceOwner}.",
                "ServicePortInUse"
            );
        }

        Remove(port);
    }

    /// <summary>What happens when a machine takes the port: owner, host, ACTIVE.</summary>
    public void Bind(NeutronPort port, string deviceId, string deviceOwner, string host)
    {
        _rows.Own(port, deviceId);
        (port.DeviceOwner, port.HostId, port.Status) = (deviceOwner, host, "ACTIVE");
        port.Touch(_ground.Now);
        _floatingIps.Refresh(port);
    }

    public void Unbind(NeutronPort port)
    {
        _rows.Own(port, "");
        (port.DeviceOwner, port.HostId, port.Status) = ("", "", "DOWN");
        port.Touch(_ground.Now);
        _floatingIps.Refresh(port);
    }

    internal void Remove(NeutronPort port)
    {
        _rows.Ports.Remove(port);
        _rows.Own(port, "");
        if (_floatingIps.OfPort(port.Id) is { } ip)
            _floatingIps.Unbind(ip);
    }

    private IEnumerable<FixedIp> Addresses(NeutronNetwork network, PortRequest request, string mac)
    {
        var subnets = _rows.SubnetsOf(network.Id).ToList();
        if (request.SubnetId is { } wanted)
            subnets = [NeutronRows.Required(_rows.Subnets, wanted, "Subnet")];
        else if (request.Address is { } near)
            subnets = [.. subnets.Where(subnet => subnet.Holds(near))];
        else
            subnets = [.. subnets.DistinctBy(subnet => subnet.IsIpv6)];
        if (request.Address is { } outside && !subnets.Exists(subnet => subnet.Holds(outside)))
        {
            throw new RefusedException(
                Refusal.Invalid,
                $"IP address {outside} is not a valid IP for any of the subnets on the specified network.",
                "InvalidIpForNetwork"
            );
        }

        foreach (var subnet in subnets)
            yield return new FixedIp(
                subnet.Id,
                subnet.IsIpv6 ? AddressBook.Slaac(subnet.Cidr, mac) : _pools.Take(subnet, request.Address)
            );
    }

    private string NewMac()
    {
        var bytes = new byte[3];
        _ground.Random.NextBytes(bytes);
        return $"fa:16:3e:{bytes[0]:x2}:{bytes[1]:x2}:{bytes[2]:x2}";
    }
}
