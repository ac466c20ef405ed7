using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Servers: lists, show, create, delete.</summary>
internal sealed partial class NovaWire
{
    /// <summary>What a list may be asked for by; from 2.75 on anything else is 400, before it is ignored.</summary>
    private static readonly HashSet<string> ServerQuery =
    [
        "limit",
        "marker",
        "sort_key",
        "sort_dir",
        "all_tenants",
        "name",
        "status",
        "vm_state",
        "task_state",
        "power_state",
        "host",
        "node",
        "flavor",
        "image",
        "ip",
        "ip6",
        "uuid",
        "project_id",
        "tenant_id",
        "user_id",
        "key_name",
        "changes-since",
        "changes-before",
        "deleted",
        "tags",
        "tags-any",
        "not-tags",
        "not-tags-any",
        "availability_zone",
        "hostname",
        "reservation_id",
        "locked",
        "config_drive",
        "launch_index",
        "description",
    ];

    private void MapServers()
    {
        Map(
            "GET",
            "/v2.1/servers",
            request => ServerList(request, "servers", server => NovaJson.Brief(request, server))
        );
        Map(
            "GET",
            "/v2.1/servers/detail",
            request => ServerList(request, "servers/detail", server => _json.Server(request, server, show: false))
        );
        Map("POST", "/v2.1/servers", CreateServer);
        Map(
            "GET",
            "/v2.1/servers/{id}",
            request => WireAnswer.Ok(new JsonObject { ["server"] = _json.Server(request, Server(request), show: true) })
        );
        Map("PUT", "/v2.1/servers/{id}", UpdateServer);
        Map(
            "DELETE",
            "/v2.1/servers/{id}",
            request =>
            {
                var server = Server(request);
                DemandMember(request, "servers:delete");
                Nova.Delete(server);
                return WireAnswer.Empty(204, "application/json");
            }
        );
        Map(
            "GET",
            "/v2.1/servers/{id}/metadata",
            request => WireAnswer.Ok(new JsonObject { ["metadata"] = NovaJson.Map(Server(request).Metadata) })
        );
        Map("GET", "/v2.1/servers/{id}/os-interface", Interfaces);
        Map(
            "GET",
            "/v2.1/servers/{id}/os-security-groups",
            request =>
                WireAnswer.Ok(
                    new JsonObject
                    {
                        ["security_groups"] =
                            _json.Server(request, Server(request), show: true)["security_groups"]?.DeepClone()
                            ?? new JsonArray(),
                    }
                )
        );
    }

    /// <summary>A server of the own project; an admin sees any by its id. A name in the path is no id: 404.</summary>
    private NovaServer Server(OpenStackRequest request) =>
        Nova.Servers.FirstOrDefault(server =>
            server.Id == request["id"] && (request.Caller.IsAdmin || server.ProjectId == request.Caller.ProjectId)
        ) ?? throw new ApiRefusal(404, $"Instance {request["id"]} could not be found.");

    private WireAnswer ServerList(OpenStackRequest request, string collection, Func<NovaServer, JsonObject> write)
    {
        if (
            request.AtLeast("2.75")
            && request.QueryKeys.FirstOrDefault(key => !ServerQuery.Contains(key) && !key.StartsWith('_')) is { } odd
        )
            throw new ApiRefusal(400, $"'{odd}' does not match any of the regexes: '^_'");
        var everybody = request.Query("all_tenants") is { } all && all.ToLowerInvariant() is not ("0" or "false");
        if (everybody)
            DemandAdmin(
                request,
                "servers:index:get_all_tenants".Replace(
                    "index",
                    collection == "servers" ? "index" : "detail",
                    StringComparison.Ordinal
                )
            );
        var servers = Nova.Servers.Reverse().Where(server => everybody || server.ProjectId == request.Caller.ProjectId);
        foreach (var filter in Filters(request))
            servers = servers.Where(filter);
        var page = Page<NovaServer>.Of(
            request,
            Ordered(request, servers),
            server => server.Id,
            1000,
            marker => new ApiRefusal(400, $"marker [{marker}] not found"),
            BadLimit
        );
        var body = new JsonObject { ["servers"] = new JsonArray([.. page.Items.Select(write)]) };
        if (page.Full)
            body["servers_links"] = NextLink(request, collection, page.Items[^1].Id);
        return WireAnswer.Ok(body);
    }

    private static IEnumerable<NovaServer> Ordered(OpenStackRequest request, IEnumerable<NovaServer> servers)
    {
        if (request.Query("sort_key") is not { } key)
            return servers;
        Func<NovaServer, string> by = key switch
        {
            "display_name" => server => server.Name,
            "created_at" => server => server.CreatedAt.ToString("O", CultureInfo.InvariantCulture),
            "updated_at" => server => server.UpdatedAt.ToString("O", CultureInfo.InvariantCulture),
            "uuid" => server => server.Id,
            "host" => server => server.Host ?? "",
            "vm_state" => server => server.VmState,
            _ => throw new ApiRefusal(
                400,
                $"Invalid input for query parameters sort_key. Value: {key}. '{key}' is not one of ['created_at', 'display_name', 'host', 'updated_at', 'uuid', 'vm_state']"
            ),
        };
        return request.Query("sort_dir") == "asc"
            ? servers.OrderBy(by, StringComparer.Ordinal)
            : servers.OrderByDescending(by, StringComparer.Ordinal);
    }

    private IEnumerable<Func<NovaServer, bool>> Filters(OpenStackRequest request)
    {
        if (request.Query("name") is { Length: > 0 } name)
            yield return server => Regex.IsMatch(server.Name, name);
        if (request.QueryAll("status").ToList() is { Count: > 0 } words)
            yield return server => words.Contains(server.StatusWord, StringComparer.OrdinalIgnoreCase);
        if (request.Query("vm_state") is { } state)
            yield return server => server.VmState == state;
        if (request.Query("uuid") is { } id)
            yield return server => server.Id == id;
        if (request.Query("flavor") is { } flavor)
            yield return server => server.Flavor.Id == flavor;
        if (request.Query("image") is { } image)
            yield return server => server.ImageId == image;
        if (request.Query("key_name") is { } key)
            yield return server => server.KeyName == key;
        if (request.Query("user_id") is { } user)
            yield return server => server.UserId == user;
        if ((request.Query("project_id") ?? request.Query("tenant_id")) is { } project)
            yield return server => server.ProjectId == project;
        if ((request.Query("host") ?? request.Query("node")) is { } host && request.Caller.IsAdmin)
            yield return server => server.Host == host;
        if (request.Query("tags") is { } tags)
            yield return server => tags.Split(',').All(server.Tags.Contains);
        if (request.Query("ip") is { } ip)
            yield return server =>
                Nova.PortsOf(server).Any(port => port.FixedIps.Any(one => Regex.IsMatch(one.Address, ip)));
        if (
            request.Query("deleted") is { } gone
            && gone.ToLowerInvariant() is "true" or "1"
            && request.Query("changes-since") is null
        )
            yield return _ => false;
        if (request.Query("changes-since") is not { } since)
            yield break;
        if (!DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var from))
            throw new ApiRefusal(
                400,
                $"Invalid input for query parameters changes-since. Value: {since}. '{since}' is not a 'date-time'"
            );
        yield return server => server.UpdatedAt >= from;
    }

    private WireAnswer CreateServer(OpenStackRequest request)
    {
        DemandMember(request, "servers:create");
        var body = request.Json("server");
        foreach (var needed in new[] { "name", "flavorRef" })
        {
            if (!body.ContainsKey(needed))
                throw new ApiRefusal(
                    400,
                    $"Invalid input for field/attribute server. Value: {WireJson.Write(body, compact: false).Replace('"', '\'')}. '{needed}' is a required property"
                );
        }

        var flavor =
            Nova.Flavors.FirstOrDefault(one => one.Id == body["flavorRef"]!.ToString())
            ?? throw new ApiRefusal(400, "Invalid flavorRef provided.");
        var key = body["key_name"]?.ToString();
        if (key is not null && Nova.Keypair(request.Caller.UserId, key) is null)
            throw new ApiRefusal(400, "Invalid key_name provided.");
        var image = body["imageRef"]?.ToString();
        if (image is { Length: > 0 } && World.Images.Find(image) is null)
            throw new ApiRefusal(400, "Can not find requested image");
        Nova.DemandQuota(request.Caller.ProjectId, flavor);
        var (networks, ports) = Networks(request, body["networks"]);
        var server = Nova.Boot(
            new ServerRequest(body["name"]!.ToString(), request.Caller.ProjectId, request.Caller.UserId, flavor.Id)
            {
                Image = image is { Length: > 0 } ? image : null,
                NetworkIds = networks,
                PortIds = ports,
                KeyName = key,
                SecurityGroups = Groups(request, body),
                Metadata = (body["metadata"] as JsonObject ?? []).ToDictionary(
                    one => one.Key,
                    one => one.Value?.ToString() ?? ""
                ),
                Tags = [.. (body["tags"] as JsonArray ?? []).Select(tag => tag!.ToString())],
                UserData = body["user_data"]?.ToString(),
                Host = body["availability_zone"]?.ToString().Split(':').ElementAtOrDefault(1),
            }
        );
        return WireAnswer
            .Json(202, new JsonObject { ["server"] = Created(request, server, body) })
            .With("Location", $"{request.Base}/v2.1/servers/{server.Id}");
    }

    private static JsonObject Created(OpenStackRequest request, NovaServer server, JsonObject body) =>
        new()
        {
            ["id"] = server.Id,
            ["links"] = NovaJson.Links(request, "servers", server.Id),
            ["OS-DCF:diskConfig"] = "MANUAL",
            ["security_groups"] =
                body["security_groups"]?.DeepClone() ?? new JsonArray(new JsonObject { ["name"] = "default" }),
            ["adminPass"] = Convert
                .ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(9))
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
                if (World.Network.Networks.All(network => network.Id != id))
                    throw new ApiRefusal(400, $"Network {id} could not be found.");
            }

            return (networks, ports);
        }

        if (asked?.ToString() == "none")
            return ([], []);
        var own = World
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
                        ? World.Network.DefaultGroup(request.Caller.ProjectId).Id
                        : World
                            .Network.SecurityGroups.FirstOrDefault(group =>
                                group.ProjectId == request.Caller.ProjectId && (group.Id == name || group.Name == name)
                            )
                            ?.Id
                            ?? throw new ApiRefusal(400, $"Security group {name} not found.")
                ),
        ];
    }

    private WireAnswer UpdateServer(OpenStackRequest request)
    {
        var server = Server(request);
        DemandMember(request, "servers:update");
        if (request.Json("server")["name"] is { } name)
            server.Name = name.ToString();
        return WireAnswer.Ok(new JsonObject { ["server"] = _json.Server(request, server, show: true) });
    }

    private WireAnswer Interfaces(OpenStackRequest request) =>
        WireAnswer.Ok(
            new JsonObject
            {
                ["interfaceAttachments"] = new JsonArray([
                    .. Nova.PortsOf(Server(request))
                        .Select(port => new JsonObject
                        {
                            ["net_id"] = port.NetworkId,
                            ["port_id"] = port.Id,
                            ["mac_addr"] = port.MacAddress,
                            ["port_state"] = port.Status,
                            ["fixed_ips"] = new JsonArray([
                                .. port.FixedIps.Select(ip => new JsonObject
                                {
                                    ["subnet_id"] = ip.SubnetId,
                                    ["ip_address"] = ip.Address,
                                }),
                            ]),
                        }),
                ]),
            }
        );
}
