using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Twin.Wire.Compute;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Worlds.OpenStack;

/// <summary>Nova.</summary>
internal sealed class WorldCompute(TwinWorld world, WorldServices services) : ICompute
{
    public Task<Reading<IReadOnlyList<Server>>> Servers(
        Scope scope,
        bool allProjects = false,
        CancellationToken cancel = default
    ) =>
        services.Ask<IReadOnlyList<Server>>(
            scope,
            "nova",
            "/v2.1/servers/detail",
            caller =>
                [
                    .. world
                        .Compute.Servers.Reverse()
                        .Where(server => allProjects || server.ProjectId == caller.ProjectId)
                        .Select(server => Listed(server, caller.IsAdmin)),
                ],
            caller => !allProjects || caller.IsAdmin
        );

    public Task<Reading<Server>> Server(Scope scope, string id, CancellationToken cancel = default) =>
        services.Found(
            scope,
            "nova",
            $"/v2.1/servers/{id}",
            caller =>
                world.Compute.Servers.FirstOrDefault(server => server.Id == id) is { } server
                && (caller.IsAdmin || server.ProjectId == caller.ProjectId)
                    ? new Found<Server>(Listed(server, caller.IsAdmin) with { Fault = server.Fault?.Message })
                    : null
        );

    public Task<Reading<IReadOnlyList<NovaHypervisor>>> Hypervisors(CancellationToken cancel = default) =>
        services.Ask<IReadOnlyList<NovaHypervisor>>(
            Scope.Admin,
            "nova",
            "/v2.1/os-hypervisors/detail",
            _ => [.. world.Compute.Hypervisors.Select(Hypervisor)],
            caller => caller.IsAdmin
        );

    public Task<Reading<IReadOnlyList<ComputeService>>> Services(CancellationToken cancel = default) =>
        services.Readings.Unknown<IReadOnlyList<ComputeService>>("compute services");

    public Task<Reading<IReadOnlyList<Flavor>>> Flavors(Scope scope, CancellationToken cancel = default) =>
        services.Ask<IReadOnlyList<Flavor>>(
            scope,
            "nova",
            "/v2.1/flavors/detail",
            caller =>
                [
                    .. world
                        .Compute.Flavors.Where(flavor => flavor.IsPublic || caller.IsAdmin)
                        .OrderBy(flavor => flavor.Id, StringComparer.Ordinal)
                        .Select(flavor => new Flavor(
                            flavor.Id,
                            flavor.Name,
                            flavor.MemoryMb,
                            flavor.Vcpus,
                            flavor.DiskGb
                        )),
                ]
        );

    public Task<Reading<IReadOnlyList<string>>> Keypairs(Scope scope, CancellationToken cancel = default) =>
        services.Ask<IReadOnlyList<string>>(
            scope,
            "nova",
            "/v2.1/os-keypairs",
            caller =>
                [
                    .. world
                        .Compute.Keypairs.Where(pair => pair.UserId == caller.UserId)
                        .Select(pair => pair.Name)
                        .Order(StringComparer.Ordinal),
                ]
        );

    public Task<Reading<Done>> Start(Scope scope, string serverId, CancellationToken cancel = default) =>
        services.Readings.OnlyRead<Done>("server start");

    public Task<Reading<Done>> Delete(Scope scope, string serverId, CancellationToken cancel = default) =>
        services.Readings.OnlyRead<Done>("server delete");

    private NovaHypervisor Hypervisor(ComputeNode node) =>
        new(
            node.Id,
            node.Name,
            ComputeHeartbeat.IsUp(world, node) ? ServiceState.Up : ServiceState.Down,
            node.Disabled ? ServiceStatus.Disabled : ServiceStatus.Enabled
        )
        {
            ServiceHost = node.Name,
            DisabledReason = node.DisabledReason,
        };

    /// <summary>As a list tells it: the fault is for a show.</summary>
    private Server Listed(NovaServer server, bool admin) =>
        new(
            server.Id,
            server.Name,
            State<Acceptance.Cloud.OpenStack.ServerStatus>.Read(server.StatusWord),
            server.ProjectId,
            admin ? server.Host : null,
            server.Flavor.Name,
            [
                .. world
                    .Compute.Servers.PortsOf(server)
                    .GroupBy(Network)
                    .SelectMany(ports => ports.SelectMany(Addresses)),
            ],
            server.CreatedAt.InSeconds(),
            null
        );

    private string Network(Acceptance.Cloud.Twin.World.Network.NeutronPort port) =>
        world.Network.Networks.Find(port.NetworkId)?.Name ?? port.NetworkId;

    private IEnumerable<string> Addresses(Acceptance.Cloud.Twin.World.Network.NeutronPort port) =>
        world.Network.FloatingIps.OfPort(port.Id) is { } floating
            ? port.FixedIps.Select(ip => ip.Address).Append(floating.Address)
            : port.FixedIps.Select(ip => ip.Address);
}
