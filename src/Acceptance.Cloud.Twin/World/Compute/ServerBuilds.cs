using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>How a server comes into being.</summary>
internal sealed class ServerBuilds(
    Ground ground,
    Neutron network,
    ImagesModel images,
    Placement placement,
    ServerScheduler scheduler,
    Flavors flavors,
    Servers servers
)
{
    private static readonly TimeSpan Scheduling = TimeSpan.FromSeconds(2);

    public NovaServer Boot(ServerRequest request)
    {
        var server = Accept(request);
        var host = scheduler.Choose(server.Flavor, request.Host);
        if (host is null)
        {
            ground.Clock.In(request.RefusedAfter ?? Scheduling, () => NoValidHost(server));
            return server;
        }

        placement.Claim(server.Id, host, server.Flavor, server.ProjectId, server.UserId);
        if (request.Standing)
        {
            Spawn(server, host, request);
            Activate(server);
            return server;
        }

        ground.Clock.In(Scheduling, () => Spawn(server, host, request));
        ground.Clock.In(request.BuildsFor ?? ground.Plan.Physics.ServerActive, () => Activate(server));
        servers.Tell(server);
        return server;
    }

    private NovaServer Accept(ServerRequest request)
    {
        var flavor =
            flavors.Find(request.Flavor)
            ?? throw new RefusedException(Refusal.Invalid, $"Flavor {request.Flavor} could not be found.");
        foreach (var port in request.PortIds)
        {
            if (network.Ports.Find(port) is null)
                throw new RefusedException(Refusal.Invalid, $"Port {port} could not be found.");
        }

        var image = request.Image is { } wanted ? images.Find(wanted) : null;
        var server = new NovaServer
        {
            Id = ground.NewId(),
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
            InstanceName = servers.NextInstanceName(),
            CreatedAt = request.MadeAt ?? ground.Now,
            UpdatedAt = request.MadeAt ?? ground.Now,
            Groups = request.SecurityGroups ?? [network.SecurityGroups.Default(request.ProjectId).Id],
        };
        servers.Add(server);
        servers.Note(server, "create");
        return server;
    }

    private void Spawn(NovaServer server, ComputeNode host, ServerRequest request)
    {
        if (server.Status != ServerStatus.Build)
            return;
        server.Host = host.Name;
        foreach (var wanted in request.NetworkIds)
        {
            var port = network.Ports.Create(
                new PortRequest(server.ProjectId, wanted) { SecurityGroups = server.Groups }
            );
            server.OwnPorts.Add(port.Id);
            network.Ports.Bind(port, server.Id, "compute:nova", host.Name);
        }

        foreach (var port in request.PortIds.Select(network.Ports.Find).OfType<NeutronPort>())
            network.Ports.Bind(port, server.Id, "compute:nova", host.Name);
        servers.Change(server, ServerStatus.Build, "spawning");
    }

    private void Activate(NovaServer server)
    {
        if (server.Status != ServerStatus.Build)
            return;
        server.LaunchedAt ??= ground.Now;
        server.BootedAt = ground.Now;
        servers.Change(server, ServerStatus.Active, null);
        ground.SomethingAppeared();
    }

    private void NoValidHost(NovaServer server)
    {
        if (server.Status != ServerStatus.Build)
            return;
        server.Fault = new ServerFault(
            500,
            ground.Now,
            "No valid host was found. ",
            "Traceback (most recent call last):\n"
                + "  File \"/usr/lib/python3/dist-packages/nova/conductor/manager.py\", line 1580, "
                + "in schedule_and_build_instances\n"
                + "nova.exception_Remote.NoValidHost_Remote: No valid host was found. \n"
        );
        server.Actions[^1] = server.Actions[^1] with { Message = "Error" };
        servers.Change(server, ServerStatus.Error, null);
    }
}
