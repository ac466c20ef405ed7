namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>Routers, their gateways and interfaces.</summary>
internal sealed class Routers : NeutronCollection<NeutronRouter>
{
    private readonly Ground _ground;
    private readonly NeutronRows _rows;
    private readonly Ports _ports;

    internal Routers(Ground ground, NeutronRows rows, Ports ports)
        : base(rows.Routers) => (_ground, _rows, _ports) = (ground, rows, ports);

    public IEnumerable<NeutronPort> InterfacesOf(string routerId) => _rows.InterfacesOf(routerId);

    public NeutronRouter Create(
        string projectId,
        string name,
        string? externalNetworkId = null,
        string description = ""
    )
    {
        var router = new NeutronRouter
        {
            Id = _ground.NewId(),
            ProjectId = projectId,
            Name = name,
            Description = description,
            CreatedAt = _ground.Now,
            UpdatedAt = _ground.Now,
        };
        _rows.Routers.Add(router);
        if (externalNetworkId is not null)
            SetGateway(router, externalNetworkId);
        return router;
    }

    /// <summary>Sets the gateway to an external network, or takes it away with null.</summary>
    public void SetGateway(NeutronRouter router, string? networkId)
    {
        if (networkId == router.GatewayNetworkId)
            return;
        if (_rows.FloatingIps.Exists(ip => ip.RouterId == router.Id))
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"Gateway cannot be updated for router {router.Id}, "
                    + $"since a gateway to external network {router.GatewayNetworkId} "
                    + "is required by one or more floating IPs.",
                "RouterExternalGatewayInUseByFloatingIp"
            );
        }

        if (router.GatewayPortId is { } old && _ports.Find(old) is { } port)
            _ports.Remove(port);
        (router.GatewayNetworkId, router.GatewayPortId) = (null, null);
        if (networkId is not null)
        {
            var network = NeutronRows.Required(_rows.Networks, networkId, "Network");
            if (!network.External)
                throw new RefusedException(
                    Refusal.Invalid,
                    $"Bad router request: Network {networkId} is not an external network.",
                    "BadRequest"
                );
            router.GatewayNetworkId = network.Id;
            router.GatewayPortId = Own(router, new PortRequest("", network.Id), "network:router_gateway").Id;
        }

        router.Touch(_ground.Now);
    }

    /// <summary>The interface takes the subnet's gateway address. Returns its port.</summary>
    public NeutronPort AddInterface(NeutronRouter router, string subnetId)
    {
        var subnet = NeutronRows.Required(_rows.Subnets, subnetId, "Subnet");
        if (_rows.InterfacesOf(router.Id).Any(port => port.FixedIps.Any(ip => ip.SubnetId == subnetId)))
            throw new RefusedException(
                Refusal.Invalid,
                $"Bad router request: Router already has a port on subnet {subnetId}.",
                "BadRequest"
            );
        var request = new PortRequest(router.ProjectId, subnet.NetworkId)
        {
            SubnetId = subnet.Id,
            Address = subnet.GatewayIp,
        };
        var port = Own(router, request, "network:router_interface");
        router.Touch(_ground.Now);
        return port;
    }

    /// <summary>Returns the port that went.</summary>
    public NeutronPort RemoveInterface(NeutronRouter router, string subnetId)
    {
        var port =
            _rows.InterfacesOf(router.Id).FirstOrDefault(face => face.FixedIps.Any(ip => ip.SubnetId == subnetId))
            ?? throw new RefusedException(
                Refusal.NotFound,
                $"Router {router.Id} has no interface on subnet {subnetId}",
                "RouterInterfaceNotFoundForSubnet"
            );
        var needed = _rows.FloatingIps.Any(ip =>
            ip.RouterId == router.Id
            && ip.PortId is { } bound
            && _ports.Find(bound)!.FixedIps.Any(one => one.SubnetId == subnetId)
        );
        if (needed)
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"Router interface for subnet {subnetId} on router {router.Id} cannot be deleted, "
                    + "as it is required by one or more floating IPs.",
                "RouterInterfaceInUseByFloatingIP"
            );
        }

        _ports.Remove(port);
        router.Touch(_ground.Now);
        return port;
    }

    public void Delete(string id)
    {
        var router = NeutronRows.Required(_rows.Routers, id, "Router");
        if (_rows.InterfacesOf(id).Any())
            throw new RefusedException(Refusal.Conflict, $"Router {id} still has ports", "RouterInUse");
        SetGateway(router, null);
        _rows.Routers.Remove(router);
    }

    private NeutronPort Own(NeutronRouter router, PortRequest request, string owner)
    {
        var port = _ports.Create(request with { DeviceId = router.Id, DeviceOwner = owner, SecurityGroups = [] });
        port.Status = "ACTIVE";
        return port;
    }
}
