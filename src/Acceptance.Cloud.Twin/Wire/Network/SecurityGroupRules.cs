using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Network;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkBody;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkPolicy;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>The rules of security groups.</summary>
internal sealed class SecurityGroupRules(Neutron neutron) : IResource
{
    private const string Keys =
        "security_group_id ethertype direction protocol port_range_min port_range_max remote_ip_prefix "
        + "remote_group_id remote_address_group_id";

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v2.0/security-group-rules", List),
            Route.Get("/v2.0/security-group-rules/{id}", Show),
            Route.Post("/v2.0/security-group-rules", Create),
            Route.Delete("/v2.0/security-group-rules/{id}", Delete),
        ];

    private IEnumerable<SecurityGroupRule> Visible(OpenStackRequest request) =>
        neutron.SecurityGroups.Where(group => Owns(request, group)).SelectMany(group => group.Rules);

    private WireAnswer List(OpenStackRequest request) =>
        NetworkList.Answer(request, "security_group_rules", Keys, Visible(request).Select(NeutronJson.Rule));

    private WireAnswer Show(OpenStackRequest request)
    {
        var rule =
            Visible(request).FirstOrDefault(rule => rule.Id == request["id"])
            ?? throw new ApiRefusal(
                404,
                $"Security group rule {request["id"]} does not exist",
                "SecurityGroupRuleNotFound"
            );
        return Envelope("security_group_rule", NeutronJson.Rule(rule));
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        DemandMember(request, "delete_security_group_rule");
        neutron.SecurityGroups.DeleteRule(request["id"]);
        return WireAnswer.Empty(204);
    }

    private WireAnswer Create(OpenStackRequest request)
    {
        DemandMember(request, "create_security_group_rule");
        var body = Body(request, "security_group_rule", Keys);
        var group = neutron.OwnGroup(request, Needed(body, "security_group_id"));
        var rule = neutron.SecurityGroups.CreateRule(
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
