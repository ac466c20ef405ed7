using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>
/// Neutron v2.0 with the OVN driver. A project sees its own and what is external or shared; an admin sees all.
/// </summary>
internal sealed class NeutronWire(TwinWorld world)
    : OpenStackService(
        world,
        new NetworkRoot(),
        new Extensions(),
        new Networks(world),
        new Subnets(world),
        new Ports(world),
        new FloatingIps(world),
        new Routers(world),
        new SecurityGroups(world),
        new SecurityGroupRules(world.Network),
        new Agents(world)
    )
{
    public override string Role => "neutron";

    protected override bool HeadIsGet => false;

    protected override IReadOnlyList<string> RequestIdHeaders => ["X-Openstack-Request-Id"];

    /// <summary>What is answered outside of /v2.0 has no id yet.</summary>
    protected override IReadOnlyList<string> RequestIdHeadersOf(OpenStackRequest request, WireAnswer answer) =>
        request.Path.StartsWith("/v2.0", StringComparison.Ordinal) ? RequestIdHeaders : [];

    protected override WireAnswer Error(OpenStackRequest request, int status, string message, string type) =>
        WireAnswer.Json(
            status,
            new JsonObject
            {
                ["NeutronError"] = new JsonObject
                {
                    ["type"] = type.Length > 0 ? type : Kind(status),
                    ["message"] = message,
                    ["detail"] = "",
                },
            }
        );

    protected override WireAnswer MalformedBody(OpenStackRequest request) =>
        Error(request, 400, "Body contains invalid data", "HTTPBadRequest");

    protected override WireAnswer Unrouted(OpenStackRequest request, IReadOnlyList<string> allowed)
    {
        var parts = request.Path.Trim('/').Split('/');
        if (parts[0] != "v2.0")
        {
            return request.Method == "HEAD" && allowed.Count > 0
                ? WireAnswer.Html(405, "Method Not Allowed", "The method HEAD is not allowed for this resource. ")
                : WireAnswer.Html(404, "Not Found", "The resource could not be found.");
        }

        if (request.Token is null)
            return Unauthorized(request);
        if (parts.Length > 1 && NotHere.Contains(parts[1]))
            return NotEmulated(request);
        if (allowed.Count == 0)
            return Error(request, 404, "The resource could not be found.", "HTTPNotFound");
        if (parts.Length == 2 && request.Method == "PUT")
            return Error(
                request,
                404,
                $"{NetworkList.Singular(parts[1])} None could not be found.",
                $"{NetworkList.Singular(parts[1])}NotFound"
            );
        return NotEmulated(request);
    }

    /// <summary>Extensions of Neutron that the twin does not have.</summary>
    private static readonly HashSet<string> NotHere =
    [
        "subnetpools",
        "quotas",
        "availability_zones",
        "network-ip-availabilities",
        "address-scopes",
        "address-groups",
        "rbac-policies",
        "trunks",
        "qos",
        "segments",
        "metering",
        "flavors",
        "service_profiles",
        "auto-allocated-topology",
        "default-security-group-rules",
        "floatingip_pools",
        "service-providers",
        "log",
        "vpn",
        "bgpvpn",
    ];

    private static string Kind(int status) =>
        status switch
        {
            400 => "HTTPBadRequest",
            404 => "HTTPNotFound",
            403 => "PolicyNotAuthorized",
            _ => "HTTPError",
        };
}
