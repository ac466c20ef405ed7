using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Routers and security groups.</summary>
internal sealed partial class NeutronWire
{
    private const string RouterKeys =
        "external_gateway_info routes flavor_id distributed ha availability_zone_hints enable_ndp_proxy";

    private const string RuleKeys =
        "security_group_id ethertype direction protocol port_range_min port_range_max remote_ip_prefix remote_group_id remote_address_group_id";

    private void MapRouters()
    {
        Map(
            "GET",
            "/v2.0/routers",
            request =>
                List(
                    request,
                    "routers",
                    RouterKeys,
                    Neutron
                        .Routers.Where(router => Owns(request, router))
                        .Select(router => _json.Router(router, IsAdmin(request)))
                )
        );
        Map(
            "GET",
            "/v2.0/routers/{id}",
            request => Envelope("router", _json.Router(Router(request), IsAdmin(request)))
        );
        Map(
            "POST",
            "/v2.0/routers",
            request =>
            {
                DemandMember(request, "create_router");
                var body = Body(request, "router", RouterKeys);
                var made = Neutron.CreateRouter(
                    Project(request, body),
                    body["name"]?.ToString() ?? "",
                    body["external_gateway_info"]?["network_id"]?.ToString(),
                    body["description"]?.ToString() ?? ""
                );
                return Envelope("router", _json.Router(made, IsAdmin(request)), 201);
            }
        );
        Map(
            "PUT",
            "/v2.0/routers/{id}",
            request =>
            {
                var router = Router(request);
                DemandMember(request, "update_router");
                var body = Body(request, "router", RouterKeys);
                if (body.ContainsKey("external_gateway_info"))
                    Neutron.SetGateway(
                        router,
                        (body["external_gateway_info"] as JsonObject)?["network_id"]?.ToString()
                    );
                Rename(router, body);
                return Envelope("router", _json.Router(router, IsAdmin(request)));
            }
        );
        Map(
            "DELETE",
            "/v2.0/routers/{id}",
            request =>
            {
                var router = Router(request);
                DemandMember(request, "delete_router");
                Neutron.DeleteRouter(router.Id);
                return WireAnswer.Empty(204);
            }
        );
        Map("PUT", "/v2.0/routers/{id}/add_router_interface", request => Interface(request, Neutron.AddInterface));
        Map(
            "PUT",
            "/v2.0/routers/{id}/remove_router_interface",
            request => Interface(request, Neutron.RemoveInterface)
        );
    }

    private NeutronRouter Router(OpenStackRequest request) =>
        Neutron.Routers.FirstOrDefault(router => router.Id == request["id"] && Owns(request, router))
        ?? throw new ApiRefusal(404, $"Router {request["id"]} could not be found", "RouterNotFound");

    private WireAnswer Interface(OpenStackRequest request, Func<NeutronRouter, string, NeutronPort> deed)
    {
        var router = Router(request);
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

    private void MapSecurityGroups()
    {
        Map(
            "GET",
            "/v2.0/security-groups",
            request =>
            {
                // The project's default group comes into being when its groups are first asked for.
                if (request.Caller.Project is { } project)
                    Neutron.DefaultGroup(project.Id);
                return List(
                    request,
                    "security_groups",
                    "stateful shared",
                    Neutron.SecurityGroups.Where(group => Owns(request, group)).Select(NeutronJson.Group)
                );
            }
        );
        Map(
            "GET",
            "/v2.0/security-groups/{id}",
            request => Envelope("security_group", NeutronJson.Group(Group(request, request["id"])))
        );
        Map(
            "POST",
            "/v2.0/security-groups",
            request =>
            {
                DemandMember(request, "create_security_group");
                var body = Body(request, "security_group", "stateful");
                var made = Neutron.CreateSecurityGroup(
                    Project(request, body),
                    body["name"]?.ToString() ?? "",
                    body["description"]?.ToString() ?? ""
                );
                return Envelope("security_group", NeutronJson.Group(made), 201);
            }
        );
        Map(
            "PUT",
            "/v2.0/security-groups/{id}",
            request =>
            {
                var group = Group(request, request["id"]);
                DemandMember(request, "update_security_group");
                var body = Body(request, "security_group", "stateful");
                if (group.Name == "default" && body.ContainsKey("name"))
                    throw new ApiRefusal(
                        409,
                        "Updating default security group not allowed.",
                        "SecurityGroupCannotUpdateDefault"
                    );
                Rename(group, body);
                return Envelope("security_group", NeutronJson.Group(group));
            }
        );
        Map(
            "DELETE",
            "/v2.0/security-groups/{id}",
            request =>
            {
                var group = Group(request, request["id"]);
                DemandMember(request, "delete_security_group");
                Neutron.DeleteSecurityGroup(group.Id);
                return WireAnswer.Empty(204);
            }
        );
        MapSecurityGroupRules();
    }

    private void MapSecurityGroupRules()
    {
        Map(
            "GET",
            "/v2.0/security-group-rules",
            request => List(request, "security_group_rules", RuleKeys, Rules(request).Select(NeutronJson.Rule))
        );
        Map(
            "GET",
            "/v2.0/security-group-rules/{id}",
            request =>
                Envelope(
                    "security_group_rule",
                    NeutronJson.Rule(
                        Rules(request).FirstOrDefault(rule => rule.Id == request["id"])
                            ?? throw new ApiRefusal(
                                404,
                                $"Security group rule {request["id"]} does not exist",
                                "SecurityGroupRuleNotFound"
                            )
                    )
                )
        );
        Map("POST", "/v2.0/security-group-rules", CreateRule);
        Map(
            "DELETE",
            "/v2.0/security-group-rules/{id}",
            request =>
            {
                DemandMember(request, "delete_security_group_rule");
                Neutron.DeleteRule(request["id"]);
                return WireAnswer.Empty(204);
            }
        );
    }

    private IEnumerable<SecurityGroupRule> Rules(OpenStackRequest request) =>
        Neutron.SecurityGroups.Where(group => Owns(request, group)).SelectMany(group => group.Rules);

    private SecurityGroup Group(OpenStackRequest request, string id) =>
        Neutron.SecurityGroups.FirstOrDefault(group => group.Id == id && Owns(request, group))
        ?? throw new ApiRefusal(404, $"Security group {id} does not exist", "SecurityGroupNotFound");

    private WireAnswer CreateRule(OpenStackRequest request)
    {
        DemandMember(request, "create_security_group_rule");
        var body = Body(request, "security_group_rule", RuleKeys);
        var group = Group(request, Needed(body, "security_group_id"));
        var rule = Neutron.CreateRule(
            group,
            Needed(body, "direction"),
            body["ethertype"]?.ToString() ?? "IPv4",
            body["protocol"]?.ToString(),
            Port(body, "port_range_min"),
            Port(body, "port_range_max"),
            body["remote_ip_prefix"]?.ToString(),
            body["remote_group_id"]?.ToString(),
            body["description"]?.ToString() ?? ""
        );
        return Envelope("security_group_rule", NeutronJson.Rule(rule), 201);
    }

    private static int? Port(JsonObject body, string field) =>
        int.TryParse(body[field]?.ToString(), out var port) ? port : null;
}
