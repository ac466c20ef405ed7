namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>Floating IPs: addresses of the external network.</summary>
internal sealed class FloatingIps : NeutronCollection<FloatingIp>
{
    private readonly Ground _ground;
    private readonly NeutronRows _rows;
    private readonly AddressPools _pools;

    internal FloatingIps(Ground ground, NeutronRows rows, AddressPools pools)
        : base(rows.FloatingIps) => (_ground, _rows, _pools) = (ground, rows, pools);

    /// <summary>A floating IP was allocated, bound, unbound or released.</summary>
    public event Action<FloatingIp>? Changed;

    /// <summary>By id or by address.</summary>
    public new FloatingIp? Find(string idOrAddress) =>
        _rows.FloatingIps.Find(ip => ip.Id == idOrAddress || ip.Address == idOrAddress);

    /// <summary>The floating IP bound to a port.</summary>
    public FloatingIp? OfPort(string portId) => _rows.FloatingIps.Find(ip => ip.PortId == portId);

    /// <summary>
    /// Takes an address of the external network for a project. Without a wanted one, the first free from the plan's
    /// <see cref="WorldPlan.FirstFreeFip"/> on. Bound at once when a port is named.
    /// </summary>
    public FloatingIp Allocate(
        string projectId,
        string? portId = null,
        string? fixedAddress = null,
        string description = "",
        string? wanted = null,
        string? networkId = null
    )
    {
        var port = portId is null ? null : NeutronRows.Required(_rows.Ports, portId, "Port");
        var network = networkId is not null
            ? NeutronRows.Required(_rows.Networks, networkId, "Network")
            : Beyond(port) ?? _rows.External;
        var subnet =
            _rows.SubnetsOf(network.Id).FirstOrDefault(candidate => !candidate.IsIpv6)
            ?? throw new RefusedException(
                Refusal.Conflict,
                $"No more IP addresses available on network {network.Id}.",
                "IpAddressGenerationFailure"
            );
        if (port is not null)
            RefuseSecond(port, null);
        var now = _ground.Now;
        var ip = new FloatingIp
        {
            Id = _ground.NewId(),
            ProjectId = projectId,
            NetworkId = network.Id,
            Description = description,
            CreatedAt = now,
            UpdatedAt = now,
            Address = _pools.Take(subnet, wanted, _ground.Plan.Address(_ground.Plan.FirstFreeFip)),
            Revision = 0,
        };
        _rows.FloatingIps.Add(ip);
        if (port is not null)
            Bind(ip, port, fixedAddress);
        Changed?.Invoke(ip);
        return ip;
    }

    /// <summary>Binds to a port, or unbinds with null.</summary>
    public void Associate(FloatingIp ip, string? portId, string? fixedAddress = null)
    {
        if (portId is null)
        {
            Unbind(ip);
            return;
        }

        var port = NeutronRows.Required(_rows.Ports, portId, "Port");
        RefuseSecond(port, ip);
        Bind(ip, port, fixedAddress);
        ip.Touch(_ground.Now);
        Changed?.Invoke(ip);
    }

    public void Release(string idOrAddress)
    {
        var ip =
            Find(idOrAddress)
            ?? throw new RefusedException(
                Refusal.NotFound,
                NeutronRows.NotFound("FloatingIP", idOrAddress),
                "FloatingIPNotFound"
            );
        _rows.FloatingIps.Remove(ip);
        ip.PortId = null;
        Changed?.Invoke(ip);
    }

    /// <summary>The external network of the router that the port's subnet hangs on.</summary>
    private NeutronNetwork? Beyond(NeutronPort? port) =>
        _rows
            .Routers.Where(router =>
                router.GatewayNetworkId is not null
                && _rows
                    .InterfacesOf(router.Id)
                    .Any(face =>
                        face.FixedIps.Any(ip => port?.FixedIps.Exists(one => one.SubnetId == ip.SubnetId) == true)
                    )
            )
            .Select(router => NeutronRows.Find(_rows.Networks, router.GatewayNetworkId!))
            .FirstOrDefault();

    private void RefuseSecond(NeutronPort port, FloatingIp? but)
    {
        if (OfPort(port.Id) is not { } other || other == but)
            return;
        throw new RefusedException(
            Refusal.Conflict,
            $"Cannot associate floating IP {but?.Address ?? "(new)"} ({but?.Id ?? "new"}) "
                + $"with port {port.Id} using fixed IP {port.Address}, "
                + $"as that fixed IP already has a floating IP on external network {_rows.External.Id}.",
            "FloatingIPPortAlreadyAssociated"
        );
    }

    private void Bind(FloatingIp ip, NeutronPort port, string? fixedAddress)
    {
        var fixedIp =
            port.FixedIps.FirstOrDefault(one => fixedAddress is null || one.Address == fixedAddress)
            ?? throw new RefusedException(
                Refusal.Invalid,
                $"Bad floatingip request: Cannot add floating IP to port {port.Id} that has no fixed IPv4 addresses.",
                "BadRequest"
            );
        var router = _rows.Routers.Find(candidate =>
            candidate.GatewayNetworkId == ip.NetworkId
            && _rows.InterfacesOf(candidate.Id).Any(face => face.FixedIps.Any(one => one.SubnetId == fixedIp.SubnetId))
        );
        if (router is null)
        {
            throw new RefusedException(
                Refusal.NotFound,
                $"External network {ip.NetworkId} is not reachable from subnet {fixedIp.SubnetId}.  "
                    + $"Therefore, cannot associate Port {port.Id} with a Floating IP.",
                "ExternalGatewayForFloatingIPNotFound"
            );
        }

        (ip.PortId, ip.FixedAddress, ip.RouterId) = (port.Id, fixedIp.Address, router.Id);
        Refresh(port);
    }

    internal void Unbind(FloatingIp ip)
    {
        (ip.PortId, ip.FixedAddress, ip.RouterId, ip.Status) = (null, null, null, "DOWN");
        ip.Touch(_ground.Now);
        Changed?.Invoke(ip);
    }

    // A VIP port is never bound itself (the amphora carries its address):
    // OVN shows its floating IP ACTIVE all the same.
    internal void Refresh(NeutronPort port)
    {
        if (OfPort(port.Id) is { } ip)
            ip.Status = port.Status == "ACTIVE" || port.DeviceOwner == "Octavia" ? "ACTIVE" : "DOWN";
    }
}
