using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Network;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkBody;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkPolicy;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Routers and their interfaces.</summary>
internal sealed class Routers(TwinWorld world) : IResource
{
    private const string Keys =
        "external_gateway_info routes flavor_id distributed ha availability_zone_hints enable_ndp_proxy";

    private readonly NeutronJson _json = new(world);

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2.0/routers", List),
            Route.Get("/v2.0/routers/{id}", request => Shown(request, Find(request))),
            Route.Post("/v2.0/routers", Create),
            Route.Put("/v2.0/routers/{id}", Update),
            Route.Delete("/v2.0/routers/{id}", Delete),
            Route.Put(
                "/v2.0/routers/{id}/add_router_interface",
                request => Interface(request, Neutron.Routers.AddInterface)
            ),
            Route.Put(
                "/v2.0/routers/{id}/remove_router_interface",
                request => Interface(request, Neutron.Routers.RemoveInterface)
            ),
        ];

    private Neutron Neutron => world.Network;

    private NeutronRouter Find(OpenStackRequest request) =>
        Neutron.Routers.FirstOrDefault(router => router.Id == request["id"] && Owns(request, router))
        ?? throw new ApiRefusal(404, $"Router {request["id"]} could not be found", "RouterNotFound");

    private WireAnswer Shown(OpenStackRequest request, NeutronRouter router, int status = 200) =>
        Envelope("router", _json.Router(router, IsAdmin(request)), status);

    private WireAnswer List(OpenStackRequest request) =>
        NetworkList.Answer(
            request,
            "routers",
            Keys,
            Neutron
                .Routers.Where(router => Owns(request, router))
                .Select(router => _json.Router(router, IsAdmin(request)))
        );

    private WireAnswer Create(OpenStackRequest request)
    {
        DemandMember(request, "create_router");
        var body = Body(request, "router", Keys);
        var made = Neutron.Routers.Create(
            Project(request, body),
            body["name"]?.ToString() ?? "",
            body["external_gateway_info"]?["network_id"]?.ToString(),
            body["description"]?.ToString() ?? ""
        );
        return Shown(request, made, 201);
    }

    private WireAnswer Update(OpenStackRequest request)
    {
        var router = Find(request);
        DemandMember(request, "update_router");
        var body = Body(request, "router", Keys);
        if (body.ContainsKey("external_gateway_info"))
            Neutron.Routers.SetGateway(
                router,
                (body["external_gateway_info"] as JsonObject)?["network_id"]?.ToString()
            );
        Rename(router, body, world.Now);
        return Shown(request, router);
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        var router = Find(request);
        DemandMember(request, "delete_router");
        Neutron.Routers.Delete(router.Id);
        return WireAnswer.Empty(204);
    }

    private WireAnswer Interface(OpenStackRequest request, Func<NeutronRouter, string, NeutronPort> deed)
    {
        var router = Find(request);
        DemandMember(request, "add_router_interface");
        var named = request.Json()["port_id"]?.ToString();
        var subnet =
            request.Json()["subnet_id"]?.ToString()
            ?? Neutron.Ports.FirstOrDefault(port => port.Id == named)?.FixedIps.FirstOrDefault()?.SubnetId
            ?? throw new ApiRefusal(
                400,
                "Bad router request: Either subnet_id or port_id must be specified.",
                "BadRequest"
            );
        var face = deed(router, subnet);
        return WireAnswer.Ok(
            new JsonObject
            {
                ["id"] = router.Id,
                ["tenant_id"] = router.ProjectId,
                ["port_id"] = face.Id,
                ["network_id"] = face.NetworkId,
                ["subnet_id"] = subnet,
                ["subnet_ids"] = new JsonArray(subnet),
            }
        );
    }
}
