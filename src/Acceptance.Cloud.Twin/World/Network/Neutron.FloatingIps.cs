namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>Floating IPs: addresses of the external network.</summary>
public sealed partial class Neutron
{
    /// <summary>
    /// Takes an address of the external network for a project. Without a wanted one, the first free from the plan's
    /// <see cref="WorldPlan.FirstFreeFip"/> on. Bound at once when a port is named.
    /// </summary>
    public FloatingIp AllocateFloatingIp(
        string projectId,
        string? portId = null,
        string? fixedAddress = null,
        string description = "",
        string? wanted = null,
        string? networkId = null
    )
    {
        var port = portId is null ? null : Required(_ports, portId, "Port");
        var network = networkId is not null ? Required(_networks, networkId, "Network") : Beyond(port) ?? External;
        var subnet =
            SubnetsOf(network.Id).FirstOrDefault(candidate => !candidate.IsIpv6)
            ?? throw new RefusedException(
                Refusal.Conflict,
                $"No more IP addresses available on network {network.Id}.",
                "IpAddressGenerationFailure"
            );
        if (port is not null)
            RefuseSecond(port, null);
        var now = world.Now;
        var ip = new FloatingIp
        {
            Id = world.NewId(),
            ProjectId = projectId,
            NetworkId = network.Id,
            Description = description,
            CreatedAt = now,
            UpdatedAt = now,
            Address = TakeAddress(subnet, wanted, world.Plan.Address(world.Plan.FirstFreeFip)),
            Revision = 0,
        };
        _floatingIps.Add(ip);
        if (port is not null)
            Bind(ip, port, fixedAddress);
        FloatingIpChanged?.Invoke(ip);
        return ip;
    }

    /// <summary>Binds to a port, or unbinds with null.</summary>
    public void AssociateFloatingIp(FloatingIp ip, string? portId, string? fixedAddress = null)
    {
        if (portId is null)
        {
            Unbind(ip);
            return;
        }

        var port = Required(_ports, portId, "Port");
        RefuseSecond(port, ip);
        Bind(ip, port, fixedAddress);
        ip.Touch(world.Now);
        FloatingIpChanged?.Invoke(ip);
    }

    public void ReleaseFloatingIp(string idOrAddress)
    {
        var ip =
            FloatingIp(idOrAddress)
            ?? throw new RefusedException(Refusal.NotFound, NotFound("FloatingIP", idOrAddress), "FloatingIPNotFound");
        _floatingIps.Remove(ip);
        ip.PortId = null;
        FloatingIpChanged?.Invoke(ip);
    }

    /// <summary>The external network of the router that the port's subnet hangs on.</summary>
    private NeutronNetwork? Beyond(NeutronPort? port) =>
        _routers
            .Where(router =>
                router.GatewayNetworkId is not null
                && InterfacesOf(router.Id)
                    .Any(face =>
                        face.FixedIps.Any(ip => port?.FixedIps.Exists(one => one.SubnetId == ip.SubnetId) == true)
                    )
            )
            .Select(router => Network(router.GatewayNetworkId!))
            .FirstOrDefault();

    private void RefuseSecond(NeutronPort port, FloatingIp? but)
    {
        if (FloatingIpOf(port.Id) is not { } other || other == but)
            return;
        throw new RefusedException(
            Refusal.Conflict,
            $"Cannot associate floating IP {but?.Address ?? "(new)"} ({but?.Id ?? "new"}) with port {port.Id} using fixed IP {port.Address}, as that fixed IP already has a floating IP on external network {External.Id}.",
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
        var router = _routers.Find(candidate =>
            candidate.GatewayNetworkId == ip.NetworkId
            && InterfacesOf(candidate.Id).Any(face => face.FixedIps.Any(one => one.SubnetId == fixedIp.SubnetId))
        );
        if (router is null)
        {
            throw new RefusedException(
                Refusal.NotFound,
                $"External network {ip.NetworkId} is not reachable from subnet {fixedIp.SubnetId}.  Therefore, cannot associate Port {port.Id} with a Floating IP.",
                "ExternalGatewayForFloatingIPNotFound"
            );
        }

        (ip.PortId, ip.FixedAddress, ip.RouterId) = (port.Id, fixedIp.Address, router.Id);
        RefreshFloatingIp(port);
    }

    private void Unbind(FloatingIp ip)
    {
        (ip.PortId, ip.FixedAddress, ip.RouterId, ip.Status) = (null, null, null, "DOWN");
        ip.Touch(world.Now);
        FloatingIpChanged?.Invoke(ip);
    }

    // A VIP port is never bound itself (the amphora carries its address): OVN shows its floating IP ACTIVE all the same.
    private void RefreshFloatingIp(NeutronPort port)
    {
        if (FloatingIpOf(port.Id) is { } ip)
            ip.Status = port.Status == "ACTIVE" || port.DeviceOwner == "Octavia" ? "ACTIVE" : "DOWN";
    }
}
