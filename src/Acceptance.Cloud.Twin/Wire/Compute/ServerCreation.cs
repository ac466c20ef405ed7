using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using static Acceptance.Cloud.Twin.Wire.Compute.ComputePolicy;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>POST /servers: what is asked for, looked up and refused as Nova does before it schedules.</summary>
internal sealed class ServerCreation(TwinWorld world)
{
    private Nova Nova => world.Compute;

    public WireAnswer Create(OpenStackRequest request)
    {
        DemandMember(request, "servers:create");
        var body = request.Json("server");
        DemandProperties(body);
        var flavor =
            Nova.Flavors.FirstOrDefault(one => one.Id == body["flavorRef"]!.ToString())
            ?? throw new ApiRefusal(400, "Invalid flavorRef provided.");
        var key = KnownKeypair(request, body);
        var image = KnownImage(body);
        Nova.Quotas.Demand(request.Caller.ProjectId, flavor);
        var (networks, ports) = Networks(request, body["networks"]);
        var server = Nova.Boot(
            new ServerRequest(body["name"]!.ToString(), request.Caller.ProjectId, request.Caller.UserId, flavor.Id)
            {
                Image = image,
                NetworkIds = networks,
                PortIds = ports,
                KeyName = key,
                SecurityGroups = Groups(request, body),
                Metadata = Metadata(body),
                Tags = [.. (body["tags"] as JsonArray ?? []).Select(tag => tag!.ToString())],
                UserData = body["user_data"]?.ToString(),
                Host = body["availability_zone"]?.ToString().Split(':').ElementAtOrDefault(1),
            }
        );
        return WireAnswer
            .Json(202, new JsonObject { ["server"] = Created(request, server, body) })
            .With("Location", $"{request.Base}/v2.1/servers/{server.Id}");
    }

    private static void DemandProperties(JsonObject body)
    {
        foreach (var needed in new[] { "name", "flavorRef" })
        {
            if (body.ContainsKey(needed))
                continue;
            var value = WireJson.Write(body, compact: false).Replace('"', '\'');
            throw new ApiRefusal(
                400,
                $"Invalid input for field/attribute server. Value: {value}. '{needed}' is a required property"
            );
        }
    }

    private string? KnownKeypair(OpenStackRequest request, JsonObject body)
    {
        var key = body["key_name"]?.ToString();
        return key is null || Nova.Keypairs.Find(request.Caller.UserId, key) is not null
            ? key
            : throw new ApiRefusal(400, "Invalid key_name provided.");
    }

    private string? KnownImage(JsonObject body)
    {
        if (body["imageRef"]?.ToString() is not { Length: > 0 } image)
            return null;
        return world.Images.Find(image) is not null ? image : throw new ApiRefusal(400, "Can not find requested image");
    }

    private static Dictionary<string, string> Metadata(JsonObject body) =>
        (body["metadata"] as JsonObject ?? []).ToDictionary(one => one.Key, one => one.Value?.ToString() ?? "");

    private static JsonObject Created(OpenStackRequest request, NovaServer server, JsonObject body) =>
        new()
        {
            ["id"] = server.Id,
            ["links"] = ServerJson.Links(request, "servers", server.Id),
            ["OS-DCF:diskConfig"] = "MANUAL",
            ["security_groups"] =
                body["security_groups"]?.DeepClone() ?? new JsonArray(new JsonObject { ["name"] = "default" }),
            ["adminPass"] = Convert
                .ToBase64String(RandomNumberGenerator.GetBytes(9))
                .Replace('/', 'x')
                .Replace('+', 'y'),
        };

    private (List<string> Networks, List<string> Ports) Networks(OpenStackRequest request, JsonNode? asked)
    {
        if (asked is JsonArray list)
        {
            var ports = list.Select(one => one!["port"]?.ToString()).OfType<string>().ToList();
            var networks = list.Where(one => one!["port"] is null)
                .Select(one => one!["uuid"]?.ToString())
                .OfType<string>()
                .ToList();
            foreach (var id in networks)
            {
                if (world.Network.Networks.All(network => network.Id != id))
                    throw new ApiRefusal(400, $"Network {id} could not be found.");
            }

            return (networks, ports);
        }

        if (asked?.ToString() == "none")
            return ([], []);
        var own = world
            .Network.Networks.Where(network => network.ProjectId == request.Caller.ProjectId && !network.External)
            .Select(network => network.Id)
            .ToList();
        if (own.Count > 1)
            throw new ApiRefusal(409, "Multiple possible networks found, use a Network ID to be more specific.");
        return (own, []);
    }

    private List<string>? Groups(OpenStackRequest request, JsonObject body)
    {
        if (body["security_groups"] is not JsonArray asked)
            return null;
        return
        [
            .. asked
                .Select(one => one!["name"]!.ToString())
                .Select(name =>
                    name == "default"
                        ? world.Network.SecurityGroups.Default(request.Caller.ProjectId).Id
                        : world
                            .Network.SecurityGroups.FirstOrDefault(group =>
                                group.ProjectId == request.Caller.ProjectId && (group.Id == name || group.Name == name)
                            )
                            ?.Id
                            ?? throw new ApiRefusal(400, $"Security group {name} not found.")
                ),
        ];
    }
}
