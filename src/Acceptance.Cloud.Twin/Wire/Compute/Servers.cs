using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Network;
using static Acceptance.Cloud.Twin.Wire.Compute.ComputePages;
using static Acceptance.Cloud.Twin.Wire.Compute.ComputePolicy;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Servers: lists, show, create, delete, and what hangs on them.</summary>
internal sealed class Servers(TwinWorld world) : IResource
{
    private readonly ServerJson _json = new(world);
    private readonly ServerCreation _creation = new(world);

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2.1/servers", ListBrief),
            Route.Get("/v2.1/servers/detail", ListDetail),
            Route.Post("/v2.1/servers", _creation.Create),
            Route.Get("/v2.1/servers/{id}", request => Shown(request, Find(request))),
            Route.Put("/v2.1/servers/{id}", Update),
            Route.Delete("/v2.1/servers/{id}", Delete),
            Route.Get("/v2.1/servers/{id}/metadata", Metadata),
            Route.Get("/v2.1/servers/{id}/os-interface", Interfaces),
            Route.Delete("/v2.1/servers/{id}/os-interface/{port}", Detach),
            Route.Get("/v2.1/servers/{id}/os-security-groups", SecurityGroups),
        ];

    private NovaServer Find(OpenStackRequest request) => world.Compute.Server(request);

    private WireAnswer Shown(OpenStackRequest request, NovaServer server) =>
        WireAnswer.Ok(new JsonObject { ["server"] = _json.Server(request, server, show: true) });

    private WireAnswer ListBrief(OpenStackRequest request) =>
        List(request, "servers", "index", server => ServerJson.Brief(request, server));

    private WireAnswer ListDetail(OpenStackRequest request) =>
        List(request, "servers/detail", "detail", server => _json.Server(request, server, show: false));

    private WireAnswer List(
        OpenStackRequest request,
        string collection,
        string rule,
        Func<NovaServer, JsonObject> write
    )
    {
        ServerQuery.DemandKnownKeys(request);
        var everybody = request.Query("all_tenants") is { } all && all.ToLowerInvariant() is not ("0" or "false");
        if (everybody)
            DemandAdmin(request, $"servers:{rule}:get_all_tenants");
        var servers = world
            .Compute.Servers.Reverse()
            .Where(server => everybody || server.ProjectId == request.Caller.ProjectId);
        foreach (var filter in ServerQuery.Filters(request, world.Compute))
            servers = servers.Where(filter);
        var page = Cut(request, ServerQuery.Ordered(request, servers), server => server.Id);
        var body = new JsonObject { ["servers"] = new JsonArray([.. page.Items.Select(write)]) };
        if (page.Full)
            body["servers_links"] = NextLink(request, collection, page.Items[^1].Id);
        return WireAnswer.Ok(body);
    }

    private WireAnswer Update(OpenStackRequest request)
    {
        var server = Find(request);
        DemandMember(request, "servers:update");
        if (request.Json("server")["name"] is { } name)
            server.Name = name.ToString();
        return Shown(request, server);
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        var server = Find(request);
        DemandMember(request, "servers:delete");
        world.Compute.Power.Delete(server);
        return WireAnswer.Empty(204, "application/json");
    }

    private WireAnswer Metadata(OpenStackRequest request) =>
        WireAnswer.Ok(new JsonObject { ["metadata"] = ServerJson.Map(Find(request).Metadata) });

    private WireAnswer SecurityGroups(OpenStackRequest request)
    {
        var shown = _json.Server(request, Find(request), show: true);
        return WireAnswer.Ok(
            new JsonObject { ["security_groups"] = shown["security_groups"]?.DeepClone() ?? new JsonArray() }
        );
    }

    private WireAnswer Interfaces(OpenStackRequest request) =>
        WireAnswer.Ok(
            new JsonObject
            {
                ["interfaceAttachments"] = new JsonArray([
                    .. world.Compute.Servers.PortsOf(Find(request)).Select(Attachment),
                ]),
            }
        );

    /// <summary>The port stays, as one that was there before the server took it.</summary>
    private WireAnswer Detach(OpenStackRequest request)
    {
        var server = Find(request);
        var port =
            world.Compute.Servers.PortsOf(server).FirstOrDefault(one => one.Id == request["port"])
            ?? throw new ApiRefusal(404, $"Instance {server.Id} does not have a port with id {request["port"]}");
        world.Network.Ports.Unbind(port);
        return WireAnswer.Empty(202);
    }

    private static JsonObject Attachment(NeutronPort port) =>
        new()
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
        };
}
