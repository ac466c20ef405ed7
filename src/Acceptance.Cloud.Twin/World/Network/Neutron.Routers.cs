namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>Routers, their gateways and interfaces.</summary>
public sealed partial class Neutron
{
    public IEnumerable<NeutronPort> InterfacesOf(string routerId) =>
        PortsOf(routerId).Where(port => port.DeviceOwner == "network:router_interface");

    public NeutronRouter CreateRouter(
        string projectId,
        string name,
        string? externalNetworkId = null,
        string description = ""
    )
    {
        var router = new NeutronRouter
        {
            Id = world.NewId(),
            ProjectId = projectId,
            Name = name,
            Description = description,
            CreatedAt = world.Now,
            UpdatedAt = world.Now,
        };
        _routers.Add(router);
        if (externalNetworkId is not null)
            SetGateway(router, externalNetworkId);
        return router;
    }

    /// <summary>Sets the gateway to an external network, or takes it away with null.</summary>
    public void SetGateway(NeutronRouter router, string? networkId)
    {
        if (networkId == router.GatewayNetworkId)
            return;
        if (_floatingIps.Exists(ip => ip.RouterId == router.Id))
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"Gateway cannot be updated for router {router.Id}, since a gateway to external network {router.GatewayNetworkId} is required by one or more floating IPs.",
                "RouterExternalGatewayInUseByFloatingIp"
            );
        }

        if (router.GatewayPortId is { } old && Port(old) is { } port)
            RemovePort(port);
        (router.GatewayNetworkId, router.GatewayPortId) = (null, null);
        if (networkId is not null)
        {
            var network = Required(_networks, networkId, "Network");
            if (!network.External)
                throw new RefusedException(
                    Refusal.Invalid,
                    $"Bad router request: Network {networkId} is not an external network.",
                    "BadRequest"
                );
            router.GatewayNetworkId = network.Id;
            router.GatewayPortId = Own(router, new PortRequest("", network.Id), "network:router_gateway").Id;
        }

        router.Touch(world.Now);
    }

    /// <summary>The interface takes the subnet's gateway address. Returns its port.</summary>
    public NeutronPort AddInterface(NeutronRouter router, string subnetId)
    {
        var subnet = Required(_subnets, subnetId, "Subnet");
        if (InterfacesOf(router.Id).Any(port => port.FixedIps.Any(ip => ip.SubnetId == subnetId)))
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
        router.Touch(world.Now);
        return port;
    }

    /// <summary>Returns the port that went.</summary>
    public NeutronPort RemoveInterface(NeutronRouter router, string subnetId)
    {
        var port =
            InterfacesOf(router.Id).FirstOrDefault(face => face.FixedIps.Any(ip => ip.SubnetId == subnetId))
            ?? throw new RefusedException(
                Refusal.NotFound,
                $"Router {router.Id} has no interface on subnet {subnetId}",
                "RouterInterfaceNotFoundForSubnet"
            );
        var needed = _floatingIps.Any(ip =>
            ip.RouterId == router.Id
            && ip.PortId is { } bound
            && Port(bound)!.FixedIps.Any(one => one.SubnetId == subnetId)
        );
        if (needed)
        {
            throw new RefusedException(
                Refusal.Conflict,
                $"Router interface for subnet {subnetId} on router {router.Id} cannot be deleted, as it is required by one or more floating IPs.",
                "RouterInterfaceInUseByFloatingIP"
            );
        }

        RemovePort(port);
        router.Touch(world.Now);
        return port;
    }

    public void DeleteRouter(string id)
    {
        var router = Required(_routers, id, "Router");
        if (InterfacesOf(id).Any())
            throw new RefusedException(Refusal.Conflict, $"Router {id} still has ports", "RouterInUse");
        SetGateway(router, null);
        _routers.Remove(router);
    }

    private NeutronPort Own(NeutronRouter router, PortRequest request, string owner)
    {
        var port = CreatePort(request with { DeviceId = router.Id, DeviceOwner = owner, SecurityGroups = [] });
        port.Status = "ACTIVE";
        return port;
    }
}
