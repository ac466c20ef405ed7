using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>How a server comes into being.</summary>
public sealed partial class Nova
{
    private static readonly TimeSpan Scheduling = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Accepts the server (BUILD). It is ACTIVE after <see cref="TwinPhysics.ServerActive"/>; when no host takes its flavor it ends in
    /// ERROR with the fault NoValidHost.
    /// </summary>
    public NovaServer Boot(ServerRequest request)
    {
        var server = Accept(request);
        var host = Schedule(server.Flavor, request.Host);
        if (host is null)
        {
            world.Clock.In(request.RefusedAfter ?? Scheduling, () => NoValidHost(server));
            return server;
        }

        world.Placement.Claim(server.Id, host, server.Flavor, server.ProjectId, server.UserId);
        if (request.Standing)
        {
            Spawn(server, host, request);
            Activate(server);
            return server;
        }

        world.Clock.In(Scheduling, () => Spawn(server, host, request));
        world.Clock.In(request.BuildsFor ?? world.Plan.Physics.ServerActive, () => Activate(server));
        ServerChanged?.Invoke(server);
        return server;
    }

    private NovaServer Accept(ServerRequest request)
    {
        var flavor =
            Flavor(request.Flavor)
            ?? throw new RefusedException(Refusal.Invalid, $"Flavor {request.Flavor} could not be found.");
        foreach (var port in request.PortIds)
        {
            if (world.Network.Port(port) is null)
                throw new RefusedException(Refusal.Invalid, $"Port {port} could not be found.");
        }

        var image = request.Image is { } wanted ? world.Images.Find(wanted) : null;
        var server = new NovaServer
        {
            Id = world.NewId(),
            Name = request.Name,
            ProjectId = request.ProjectId,
            UserId = request.UserId,
            Flavor = flavor,
            ImageId = image?.Id,
            ImageName = image?.Name,
            KeyName = request.KeyName,
            Metadata = new Dictionary<string, string>(request.Metadata),
            Tags = [.. request.Tags],
            UserData = request.UserData,
            InstanceName = $"instance-{++_instances:x8}",
            CreatedAt = request.MadeAt ?? world.Now,
            UpdatedAt = request.MadeAt ?? world.Now,
            Groups = request.SecurityGroups ?? [world.Network.DefaultGroup(request.ProjectId).Id],
        };
        _servers.Add(server);
        Note(server, "create");
        return server;
    }

    /// <summary>What Placement offers, less the hosts that are disabled or not heard; the roomiest takes it.</summary>
    private ComputeNode? Schedule(NovaFlavor flavor, string? only)
    {
        var wanted = new Dictionary<string, int>
        {
            [Placement.Memory] = flavor.MemoryMb,
            [Placement.Cpu] = flavor.Vcpus,
            [Placement.Disk] = flavor.DiskGb,
        };
        return world
            .Placement.Candidates(wanted)
            .Where(host => host is { Disabled: false, Up: true } && (only is null || host.Name == only))
            .OrderByDescending(host => world.Placement.Free(host, Placement.Memory))
            .ThenBy(host => host.Name, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private void Spawn(NovaServer server, ComputeNode host, ServerRequest request)
    {
        if (server.Status != ServerStatus.Build)
            return;
        server.Host = host.Name;
        foreach (var network in request.NetworkIds)
        {
            var port = world.Network.CreatePort(
                new PortRequest(server.ProjectId, network) { SecurityGroups = server.Groups }
            );
            server.OwnPorts.Add(port.Id);
            world.Network.BindPort(port, server.Id, "compute:nova", host.Name);
        }

        foreach (var port in request.PortIds.Select(world.Network.Port).OfType<NeutronPort>())
            world.Network.BindPort(port, server.Id, "compute:nova", host.Name);
        Change(server, ServerStatus.Build, "spawning");
    }

    private void Activate(NovaServer server)
    {
        if (server.Status != ServerStatus.Build)
            return;
        server.LaunchedAt ??= world.Now;
        server.BootedAt = world.Now;
        Change(server, ServerStatus.Active, null);
        world.SomethingAppeared();
    }

    private void NoValidHost(NovaServer server)
    {
        if (server.Status != ServerStatus.Build)
            return;
        server.Fault = new ServerFault(
            500,
            world.Now,
            "No valid host was found. ",
            "Traceback (most recent call last):\n  File \"/usr/lib/python3/dist-packages/nova/conductor/manager.py\", line 1580, in schedule_and_build_instances\n"
                + "nova.exception_Remote.NoValidHost_Remote: No valid host was found. \n"
        );
        server.Actions[^1] = server.Actions[^1] with { Message = "Error" };
        Change(server, ServerStatus.Error, null);
    }

    private void Note(NovaServer server, string action) =>
        server.Actions.Add(
            new ServerAction(action, $"req-{world.NewId()}", world.Now, server.UserId, server.ProjectId, null)
        );
}
