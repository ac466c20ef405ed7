using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Network;
using FloatingIp = Acceptance.Cloud.OpenStack.FloatingIp;
using NeutronNetwork = Acceptance.Cloud.OpenStack.NeutronNetwork;

namespace Acceptance.Worlds.OpenStack;

/// <summary>Neutron. In a project's scope only what is the project's own, or shared with it.</summary>
internal sealed class WorldNetworks(TwinWorld world, WorldServices services) : INetworks
{
    public Task<Reading<IReadOnlyList<NeutronNetwork>>> Networks(Scope scope, CancellationToken cancel = default) =>
        services.Ask<IReadOnlyList<NeutronNetwork>>(
            scope,
            "neutron",
            "/v2.0/networks",
            caller =>
                [
                    .. world
                        .Network.Networks.Where(one =>
                            one.External || (one.Shared && IsAll(scope)) || Owns(scope, caller, one)
                        )
                        .Select(one => new NeutronNetwork(
                            one.Id,
                            one.Name,
                            one.External,
                            NetworkStatus.Active,
                            one.ProjectId,
                            one.CreatedAt.InSeconds()
                        )),
                ]
        );

    public Task<Reading<IReadOnlyList<FloatingIp>>> FloatingIps(Scope scope, CancellationToken cancel = default) =>
        services.Ask<IReadOnlyList<FloatingIp>>(
            scope,
            "neutron",
            "/v2.0/floatingips",
            caller =>
                [
                    .. world
                        .Network.FloatingIps.Where(one => Owns(scope, caller, one))
                        .Select(one => new FloatingIp(
                            one.Id,
                            one.Address,
                            one.PortId,
                            one.FixedAddress,
                            one.ProjectId,
                            one.Description,
                            State<FloatingIpStatus>.Read(one.Status)
                        )),
                ]
        );

    public Task<Reading<IReadOnlyList<Port>>> Ports(Scope scope, CancellationToken cancel = default) =>
        services.Ask<IReadOnlyList<Port>>(
            scope,
            "neutron",
            "/v2.0/ports",
            caller =>
                [
                    .. world
                        .Network.Ports.Where(one => Owns(scope, caller, one))
                        .Select(one => new Port(
                            one.Id,
                            one.Name,
                            one.DeviceOwner,
                            one.DeviceId,
                            one.NetworkId,
                            one.ProjectId,
                            State<PortStatus>.Read(one.Status),
                            [.. one.FixedIps.Select(ip => ip.Address)]
                        )),
                ]
        );

    public Task<Reading<Done>> DeleteFloatingIp(Scope scope, string id, CancellationToken cancel = default) =>
        services.Readings.OnlyRead<Done>("floating IP delete");

    public Task<Reading<Done>> DeletePort(Scope scope, string id, CancellationToken cancel = default) =>
        services.Readings.OnlyRead<Done>("port delete");

    private static bool IsAll(Scope scope) => scope is not Scope.ProjectScope;

    private static bool Owns(Scope scope, TokenGrant caller, NeutronResource one) =>
        one.ProjectId == caller.ProjectId || (caller.IsAdmin && IsAll(scope));
}
