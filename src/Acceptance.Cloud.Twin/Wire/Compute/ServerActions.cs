using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;
using static Acceptance.Cloud.Twin.Wire.Compute.ComputePolicy;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>What is done to a server, and the list of what was.</summary>
internal sealed class ServerActions(Nova nova) : IResource
{
    /// <summary>Real actions that the twin does not play.</summary>
    private static readonly HashSet<string> ActionsNotHere =
    [
        "addFloatingIp",
        "removeFloatingIp",
        "addSecurityGroup",
        "removeSecurityGroup",
        "changePassword",
        "confirmResize",
        "createBackup",
        "createImage",
        "evacuate",
        "lock",
        "unlock",
        "migrate",
        "os-migrateLive",
        "os-resetState",
        "os-getVNCConsole",
        "rebuild",
        "rescue",
        "unrescue",
        "resize",
        "resume",
        "revertResize",
        "suspend",
        "trigger_crash_dump",
        "restore",
        "injectNetworkInfo",
        "resetNetwork",
    ];

    public IReadOnlyList<Route> Routes =>
        [
            Route.Post("/v2.1/servers/{id}/action", Act),
            Route.Get("/v2.1/servers/{id}/os-instance-actions", List),
            Route.Get("/v2.1/servers/{id}/os-instance-actions/{request_id}", Show),
        ];

    private WireAnswer Act(OpenStackRequest request)
    {
        var body = request.Json();
        if (body.Count == 0)
            throw new ApiRefusal(400, "Malformed request body");
        var (name, argument) = body.First();
        if (ActionsNotHere.Contains(name))
            throw ApiRefusal.NotEmulated($"nova has no action {name}");
        if (Deed(name, argument) is not { } deed)
            throw new ApiRefusal(400, $"There is no such action: {name}");
        var server = nova.Server(request);
        DemandMember(request, $"os-{name}");
        return deed(server);
    }

    private Func<NovaServer, WireAnswer>? Deed(string name, JsonNode? argument) =>
        name switch
        {
            "os-stop" => Accept(nova.Power.Stop),
            "os-start" => Accept(nova.Power.Start),
            "reboot" => Accept(server =>
                nova.Power.Reboot(server, argument?["type"]?.ToString().ToUpperInvariant() == "HARD")
            ),
            "pause" => Accept(nova.Power.Pause),
            "unpause" => Accept(nova.Power.Unpause),
            "shelve" => Accept(nova.Power.Shelve),
            "shelveOffload" => Accept(server =>
            {
                if (server.Status != ServerStatus.ShelvedOffloaded)
                    nova.Power.Shelve(server);
            }),
            "unshelve" => Accept(nova.Power.Unshelve),
            "forceDelete" => Accept(nova.Power.Delete),
            "os-getConsoleOutput" => server => WireAnswer.Ok(new JsonObject { ["output"] = Console(server) }),
            _ => null,
        };

    private static string Console(NovaServer server) =>
        server.BootedAt is not { } booted
            ? ""
            : $"[    0.000000] Linux version 6.8.0 (boot of {WireTime.Zulu(booted)})\n{server.Name} login: ";

    private static Func<NovaServer, WireAnswer> Accept(Action<NovaServer> deed) =>
        server =>
        {
            deed(server);
            return WireAnswer.Empty(202, "application/json");
        };

    private WireAnswer List(OpenStackRequest request)
    {
        var server = nova.Server(request);
        var latestFirst = server.Actions.AsEnumerable().Reverse();
        return WireAnswer.Ok(
            new JsonObject
            {
                ["instanceActions"] = new JsonArray([.. latestFirst.Select(action => Action(request, server, action))]),
            }
        );
    }

    private WireAnswer Show(OpenStackRequest request)
    {
        var server = nova.Server(request);
        var action =
            server.Actions.Find(one => one.RequestId == request["request_id"])
            ?? throw new ApiRefusal(
                404,
                $"Action for request_id {request["request_id"]} on instance {server.Id} not found"
            );
        var json = Action(request, server, action);
        json["events"] = new JsonArray();
        return WireAnswer.Ok(new JsonObject { ["instanceAction"] = json });
    }

    private static JsonObject Action(OpenStackRequest request, NovaServer server, ServerAction action)
    {
        var json = new JsonObject
        {
            ["action"] = action.Name,
            ["instance_uuid"] = server.Id,
            ["request_id"] = action.RequestId,
            ["user_id"] = action.UserId,
            ["project_id"] = action.ProjectId,
            ["start_time"] = WireTime.Micro(action.StartTime),
            ["message"] = action.Message,
        };
        if (request.AtLeast("2.58"))
            json["updated_at"] = WireTime.Micro(action.StartTime);
        return json;
    }
}
