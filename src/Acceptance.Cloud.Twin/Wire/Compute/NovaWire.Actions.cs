using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>What is done to a server, and the list of what was.</summary>
internal sealed partial class NovaWire
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

    private void MapActions()
    {
        Map("POST", "/v2.1/servers/{id}/action", Act);
        Map(
            "GET",
            "/v2.1/servers/{id}/os-instance-actions",
            request =>
            {
                var server = Server(request);
                return WireAnswer.Ok(
                    new JsonObject
                    {
                        ["instanceActions"] = new JsonArray([
                            .. server
                                .Actions.AsEnumerable()
                                .Reverse()
                                .Select(action => Action(request, server, action)),
                        ]),
                    }
                );
            }
        );
        Map(
            "GET",
            "/v2.1/servers/{id}/os-instance-actions/{request_id}",
            request =>
            {
                var server = Server(request);
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
        );
    }

    private WireAnswer Act(OpenStackRequest request)
    {
        var body = request.Json();
        if (body.Count == 0)
            throw new ApiRefusal(400, "Malformed request body");
        var (name, argument) = body.First();
        if (ActionsNotHere.Contains(name))
            throw new ApiRefusal(501, $"not emulated: the twin's nova has no action {name}", "NotEmulated");
        if (Deed(name, argument) is not { } deed)
            throw new ApiRefusal(400, $"There is no such action: {name}");
        var server = Server(request);
        DemandMember(request, $"os-{name}");
        return deed(server);
    }

    private Func<NovaServer, WireAnswer>? Deed(string name, JsonNode? argument) =>
        name switch
        {
            "os-stop" => Accept(Nova.Stop),
            "os-start" => Accept(Nova.Start),
            "reboot" => Accept(server =>
                Nova.Reboot(server, argument?["type"]?.ToString().ToUpperInvariant() == "HARD")
            ),
            "pause" => Accept(Nova.Pause),
            "unpause" => Accept(Nova.Unpause),
            "shelve" => Accept(Nova.Shelve),
            "shelveOffload" => Accept(server =>
            {
                if (server.Status != ServerStatus.ShelvedOffloaded)
                    Nova.Shelve(server);
            }),
            "unshelve" => Accept(Nova.Unshelve),
            "forceDelete" => Accept(Nova.Delete),
            "os-getConsoleOutput" => server =>
                WireAnswer.Ok(
                    new JsonObject
                    {
                        ["output"] = server.BootedAt is null
                            ? ""
                            : $"[    0.000000] Linux version 6.8.0 (boot of {WireTime.Zulu(server.BootedAt.Value)})\n{server.Name} login: ",
                    }
                ),
            _ => null,
        };

    private static Func<NovaServer, WireAnswer> Accept(Action<NovaServer> deed) =>
        server =>
        {
            deed(server);
            return WireAnswer.Empty(202, "application/json");
        };

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
