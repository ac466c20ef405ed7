using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Agents (OVN's controllers and their metadata agents), extensions, zones and quotas.</summary>
internal sealed partial class NeutronWire
{
    private static readonly string[] Extensions =
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

    private static readonly (string Name, int Limit)[] Quotas =
    [
        ("network", 100),
        ("subnet", 100),
        ("subnetpool", -1),
        ("port", 500),
        ("router", 10),
        ("floatingip", 50),
        ("rbac_policy", 10),
        ("security_group", 100),
        ("security_group_rule", 1000),
        ("trunk", -1),
    ];

    private void MapRoot()
    {
        Map(
            "GET",
            "/v2.0",
            request =>
                request.Path.EndsWith('/')
                    ? WireAnswer.Ok(
                        new JsonObject
                        {
                            ["resources"] = new JsonArray([
                                .. new[] { "network", "subnet", "subnetpool", "port" }.Select(name =>
                                    Root(request, name)
                                ),
                            ]),
                        }
                    )
                    : throw new ApiRefusal(404, "The resource could not be found.", "HTTPNotFound")
        );
        Map(
            "GET",
            "/v2.0/extensions",
            _ => WireAnswer.Ok(new JsonObject { ["extensions"] = new JsonArray([.. Extensions.Select(Extension)]) })
        );
        Map(
            "GET",
            "/v2.0/extensions/{alias}",
            request =>
                Extensions.Contains(request["alias"])
                    ? Envelope("extension", Extension(request["alias"]))
                    : WireAnswer.Html(
                        404,
                        "Not Found",
                        "The resource could not be found.",
                        $"Extension with alias {request["alias"]} does not exist"
                    )
        );
        Map(
            "GET",
            "/v2.0/availability_zones",
            _ =>
                WireAnswer.Ok(
                    new JsonObject
                    {
                        ["availability_zones"] = new JsonArray(
                            new JsonObject
                            {
                                ["state"] = "available",
                                ["name"] = "nova",
                                ["resource"] = "router",
                            }
                        ),
                    }
                )
        );
        Map("GET", "/v2.0/quotas/{id}", request => Envelope("quota", Quota()));
        Map("GET", "/v2.0/quotas/{id}/default", request => Envelope("quota", Quota()));
        Map("GET", "/v2.0/quotas/{id}/details.json", request => Envelope("quota", Details(request["id"])));
        Map("GET", "/v2.0/quotas/{id}/details", request => Envelope("quota", Details(request["id"])));
    }

    private void MapAgents() =>
        Map(
            "GET",
            "/v2.0/agents",
            request =>
                List(
                    request,
                    "agents",
                    "agent_type binary topic host alive availability_zone",
                    IsAdmin(request) ? World.Compute.Hypervisors.SelectMany(Agents) : []
                )
        );

    private static JsonObject Root(OpenStackRequest request, string name) =>
        new()
        {
            ["name"] = name,
            ["collection"] = $"{name}s",
            ["links"] = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/v2.0/{name}s" }),
        };

    private static JsonObject Extension(string alias) =>
        new()
        {
            ["name"] = alias,
            ["alias"] = alias,
            ["description"] = alias,
            ["updated"] = "2018-06-22T10:00:00-00:00",
            ["links"] = new JsonArray(),
        };

    private IEnumerable<JsonObject> Agents(ComputeNode node)
    {
        var alive = node.Host.PoweredOn();
        yield return Agent(node, "OVN Controller Gateway agent", "ovn-controller", "a", alive);
        yield return Agent(node, "OVN Metadata agent", "neutron-ovn-metadata-agent", "b", alive);
    }

    private JsonObject Agent(ComputeNode node, string type, string binary, string mark, bool alive)
    {
        var beat = WireTime.Spaced(alive ? World.Now : node.LastSeen);
        return new JsonObject
        {
            ["id"] = $"{mark}{node.Id[1..]}",
            ["agent_type"] = type,
            ["binary"] = binary,
            ["topic"] = "n/a",
            ["host"] = node.Name,
            ["admin_state_up"] = true,
            ["created_at"] = beat,
            ["started_at"] = beat,
            ["heartbeat_timestamp"] = beat,
            ["description"] = null,
            ["resources_synced"] = null,
            ["availability_zone"] = "",
            ["alive"] = alive,
            ["configurations"] = new JsonObject
            {
                ["chassis_name"] = node.Name,
                ["bridge-mappings"] = "physnet1:br-ex",
            },
        };
    }

    private static JsonObject Quota()
    {
        var quota = new JsonObject();
        foreach (var (name, limit) in Quotas)
            quota[name] = limit;
        return quota;
    }

    private JsonObject Details(string project)
    {
        var quota = new JsonObject();
        foreach (var (name, limit) in Quotas)
            quota[name] = new JsonObject
            {
                ["limit"] = limit,
                ["used"] = Used(project, name),
                ["reserved"] = 0,
            };
        return quota;
    }

    private int Used(string project, string name) =>
        name switch
        {
            "network" => Neutron.Networks.Count(one => one.ProjectId == project),
            "subnet" => Neutron.Subnets.Count(one => one.ProjectId == project),
            "port" => Neutron.Ports.Count(one => one.ProjectId == project),
            "router" => Neutron.Routers.Count(one => one.ProjectId == project),
            "floatingip" => Neutron.FloatingIps.Count(one => one.ProjectId == project),
            "security_group" => Neutron.SecurityGroups.Count(one => one.ProjectId == project),
            "security_group_rule" => Neutron
                .SecurityGroups.Where(one => one.ProjectId == project)
                .Sum(one => one.Rules.Count),
            _ => 0,
        };
}
