using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkBody;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>The extensions that are loaded, by alias.</summary>
internal sealed class Extensions : IResource
{
    private static readonly string[] Aliases =
    [
        "address-group",
        "agent",
        "allowed-address-pairs",
        "availability_zone",
        "binding",
        "default-subnetpools",
        "dns-integration",
        "ext-gw-mode",
        "external-net",
        "extra_dhcp_opt",
        "extraroute",
        "filter-validation",
        "fip-port-details",
        "floatingip-pools",
        "ip_allocation",
        "ip-substring-filtering",
        "l2_adjacency",
        "multi-provider",
        "net-mtu",
        "net-mtu-writable",
        "network-ip-availability",
        "network_availability_zone",
        "pagination",
        "port-mac-override",
        "port-security",
        "project-id",
        "provider",
        "quota-check-limit",
        "quota_details",
        "quotas",
        "revision-if-match",
        "router",
        "router_availability_zone",
        "security-group",
        "security-groups-normalized-cidr",
        "security-groups-shared-filtering",
        "service-type",
        "sorting",
        "standard-attr-description",
        "standard-attr-revisions",
        "standard-attr-tag",
        "standard-attr-timestamp",
        "stateful-security-group",
        "subnet-service-types",
        "subnet_allocation",
    ];

    public IReadOnlyList<Route> Routes =>
        [Route.Get("/v2.0/extensions", _ => List()), Route.Get("/v2.0/extensions/{alias}", Show)];

    private static WireAnswer List() =>
        WireAnswer.Ok(new JsonObject { ["extensions"] = new JsonArray([.. Aliases.Select(Extension)]) });

    private static WireAnswer Show(OpenStackRequest request) =>
        Aliases.Contains(request["alias"])
            ? Envelope("extension", Extension(request["alias"]))
            : WireAnswer.Html(
                404,
                "Not Found",
                "The resource could not be found.",
                $"Extension with alias {request["alias"]} does not exist"
            );

    private static JsonObject Extension(string alias) =>
        new()
        {
            ["name"] = alias,
            ["alias"] = alias,
            ["description"] = alias,
            ["updated"] = "2018-06-22T10:00:00-00:00",
            ["links"] = new JsonArray(),
        };
}
