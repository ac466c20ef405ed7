namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>Ports and their addresses.</summary>
public sealed partial class Neutron
{
    private readonly Dictionary<string, List<NeutronPort>> _byDevice = new(StringComparer.Ordinal);

    /// <summary>The ports of a server, a router or a load balancer's VIP, oldest first.</summary>
    public IReadOnlyList<NeutronPort> PortsOf(string deviceId) =>
        _byDevice.TryGetValue(deviceId, out var ports) ? ports : [];

    public NeutronPort CreatePort(PortRequest request)
    {
        var network = Required(_networks, request.NetworkId, "Network");
        var port = new NeutronPort
        {
            Id = world.NewId(),
            ProjectId = request.ProjectId,
            Name = request.Name,
            NetworkId = network.Id,
            MacAddress = NewMac(),
            DeviceOwner = request.DeviceOwner,
            Description = request.Description,
            AdminStateUp = request.AdminStateUp,
            SecurityGroups = [.. request.SecurityGroups ?? [DefaultGroup(request.ProjectId).Id]],
            CreatedAt = world.Now,
            UpdatedAt = world.Now,
        };
        if (!request.Unaddressed)
            port.FixedIps.AddRange(Addresses(network, request, port.MacAddress));
        _ports.Add(port);
        Own(port, request.DeviceId);
        return port;
    }

    /// <summary>Refused for ports of routers and floating IPs: they go with their owner. A load balancer's VIP port is not protected (captures).</summary>
    public void DeletePort(string id)
    {
        var port = Required(_ports, id, "Port");
        if (port.DeviceOwner.StartsWith("network:", StringComparison.Ordinal))
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"Port {id} cannot be deleted directly via the port API: has device owner {port.DeviceOwner}.",
                "ServicePortInUse"
            );
        }

        RemovePort(port);
    }

    /// <summary>What happens when a machine takes the port: owner, host, ACTIVE.</summary>
    public void BindPort(NeutronPort port, string deviceId, string deviceOwner, string host)
    {
        Own(port, deviceId);
        (port.DeviceOwner, port.HostId, port.Status) = (deviceOwner, host, "ACTIVE");
        port.Touch(world.Now);
        RefreshFloatingIp(port);
    }

    public void UnbindPort(NeutronPort port)
    {
        Own(port, "");
        (port.DeviceOwner, port.HostId, port.Status) = ("", "", "DOWN");
        port.Touch(world.Now);
        RefreshFloatingIp(port);
    }

    private void RemovePort(NeutronPort port)
    {
        _ports.Remove(port);
        Own(port, "");
        if (FloatingIpOf(port.Id) is { } ip)
            Unbind(ip);
    }

    private void Own(NeutronPort port, string deviceId)
    {
        if (port.DeviceId.Length > 0 && _byDevice.TryGetValue(port.DeviceId, out var before))
            before.Remove(port);
        port.DeviceId = deviceId;
        if (deviceId.Length == 0)
            return;
        if (!_byDevice.TryGetValue(deviceId, out var ports))
            ports = _byDevice[deviceId] = [];
        ports.Add(port);
    }

    private IEnumerable<FixedIp> Addresses(NeutronNetwork network, PortRequest request, string mac)
    {
        var subnets = SubnetsOf(network.Id).ToList();
        if (request.SubnetId is { } wanted)
            subnets = [Required(_subnets, wanted, "Subnet")];
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
                subnet.IsIpv6 ? AddressBook.Slaac(subnet.Cidr, mac) : TakeAddress(subnet, request.Address)
            );
    }

    private string TakeAddress(NeutronSubnet subnet, string? wanted, string? from = null)
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
        var taken = _ports
            .SelectMany(port => port.FixedIps)
            .Where(ip => ip.SubnetId == subnet.Id)
            .Select(ip => ip.Address)
            .ToHashSet();
        taken.UnionWith(_floatingIps.Where(ip => ip.NetworkId == subnet.NetworkId).Select(ip => ip.Address));
        return taken;
    }

    private string NewMac()
    {
        var bytes = new byte[3];
        world.Random.NextBytes(bytes);
        return $"fa:16:3e:{bytes[0]:x2}:{bytes[1]:x2}:{bytes[2]:x2}";
    }
}
