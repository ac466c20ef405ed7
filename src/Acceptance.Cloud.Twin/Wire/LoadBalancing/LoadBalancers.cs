using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaBody;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaPolicy;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Load balancers and their failover.</summary>
internal sealed class LoadBalancers(string root, TwinWorld world, bool zed) : IResource
{
    private const string Keys =
        "id name description provisioning_status operating_status admin_state_up project_id tenant_id "
        + "created_at updated_at vip_address vip_port_id vip_subnet_id vip_network_id listeners pools "
        + "provider flavor_id vip_qos_policy_id tags tags-any not-tags availability_zone";

    private const string Input =
        "name description admin_state_up project_id tenant_id vip_address vip_port_id vip_subnet_id "
        + "vip_network_id vip_qos_policy_id provider flavor_id tags availability_zone listeners pools "
        + "additional_vips vip_vnic_type";

    private readonly Octavia _octavia = world.LoadBalancing;

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get(root, List),
            Route.Post(root, Create),
            Route.Get($"{root}/{{id}}", Show),
            Route.Put($"{root}/{{id}}", Update),
            Route.Delete($"{root}/{{id}}", Delete),
            Route.Put($"{root}/{{id}}/failover", FailOver),
            Route.Get($"{root}/{{id}}/status", Status),
            Route.Get($"{root}/{{id}}/stats", Statistics),
        ];

    private WireAnswer Shown(OctaviaLoadBalancer balancer) =>
        Envelope("loadbalancer", OctaviaJson.LoadBalancer(balancer, zed));

    private WireAnswer List(OpenStackRequest request) =>
        OctaviaList.Answer(
            request,
            "loadbalancers",
            Keys,
            _octavia.Visible(request).Select(balancer => OctaviaJson.LoadBalancer(balancer, zed))
        );

    private WireAnswer Show(OpenStackRequest request) => Shown(Readable(request));

    private WireAnswer Status(OpenStackRequest request) =>
        Envelope("statuses", new JsonObject { ["loadbalancer"] = OctaviaJson.Tree(Readable(request)) });

    private WireAnswer Statistics(OpenStackRequest request)
    {
        Readable(request);
        return Envelope(
            "stats",
            new JsonObject
            {
                ["bytes_in"] = 0,
                ["bytes_out"] = 0,
                ["active_connections"] = 0,
                ["total_connections"] = 0,
                ["request_errors"] = 0,
            }
        );
    }

    // Octavia looks first and asks its policy then: an unknown id is 404 even to who may see none.
    private OctaviaLoadBalancer Readable(OpenStackRequest request)
    {
        var balancer = _octavia.Known(request["id"]);
        DemandReader(request, balancer.ProjectId);
        return balancer;
    }

    private OctaviaLoadBalancer Writable(OpenStackRequest request)
    {
        var balancer = _octavia.Known(request["id"]);
        DemandWriter(request, balancer.ProjectId);
        return balancer;
    }

    private WireAnswer Create(OpenStackRequest request)
    {
        var body = Envelope(request, "loadbalancer");
        Demand(body, "load_balancer.loadbalancer", Input);
        var project = (body["project_id"] ?? body["tenant_id"])?.ToString() ?? request.Caller.ProjectId;
        DemandWriter(request, project);
        var port = body["vip_port_id"]?.ToString();
        var subnet = body["vip_subnet_id"]?.ToString() ?? SubnetOf(port, body["vip_network_id"]?.ToString());
        var balancer = _octavia.Create(
            new LoadBalancerRequest(body["name"]?.ToString() ?? "", project, subnet)
            {
                VipPortId = port,
                VipAddress = body["vip_address"]?.ToString(),
                Description = body["description"]?.ToString() ?? "",
                Tags = [.. (body["tags"] as JsonArray ?? []).Select(tag => tag!.ToString())],
                Listeners = [.. (body["listeners"] as JsonArray ?? []).OfType<JsonObject>().Select(Listener)],
            }
        );
        if (body["admin_state_up"] is { } up)
            balancer.AdminStateUp = up.GetValue<bool>();
        return Envelope("loadbalancer", OctaviaJson.LoadBalancer(balancer, zed, created: true), 201);
    }

    private string SubnetOf(string? port, string? network)
    {
        if (port is not null)
        {
            var found =
                world.Network.Ports.FirstOrDefault(one => one.Id == port)
                ?? throw new ApiRefusal(400, $"Port {port} not found.");
            return found.FixedIps[0].SubnetId;
        }

        if (network is null)
            throw new ApiRefusal(
                400,
                "Validation failure: VIP must contain one of: vip_port_id, vip_network_id, vip_subnet_id."
            );
        if (world.Network.Networks.All(one => one.Id != network))
            throw new ApiRefusal(400, $"Network {network} not found.");
        return world.Network.Subnets.Of(network).FirstOrDefault()?.Id
            ?? throw new ApiRefusal(400, "Validation failure: Supplied network does not contain a subnet.");
    }

    private static ListenerRequest Listener(JsonObject body)
    {
        var pool = body["default_pool"] as JsonObject;
        return new ListenerRequest(body["protocol_port"]!.GetValue<int>(), body["protocol"]!.ToString())
        {
            Name = body["name"]?.ToString(),
            MonitorType = (pool?["healthmonitor"] as JsonObject)?["type"]?.ToString(),
            Members =
            [
                .. (pool?["members"] as JsonArray ?? [])
                    .OfType<JsonObject>()
                    .Select(member => new MemberAddress(
                        member["address"]!.ToString(),
                        member["protocol_port"]!.GetValue<int>(),
                        member["name"]?.ToString()
                    )),
            ],
        };
    }

    private WireAnswer Update(OpenStackRequest request)
    {
        var balancer = Writable(request);
        var body = Envelope(request, "loadbalancer");
        Demand(body, "load_balancer.loadbalancer", "name description admin_state_up tags vip_qos_policy_id");
        _octavia.Parts.Update(balancer, () => Common(balancer, body));
        return Shown(balancer);
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        var balancer = Writable(request);
        _octavia.Delete(
            balancer,
            cascade: string.Equals(request.Query("cascade"), "true", StringComparison.OrdinalIgnoreCase)
        );
        return WireAnswer.Empty(204);
    }

    private WireAnswer FailOver(OpenStackRequest request)
    {
        var balancer = _octavia.Known(request["id"]);
        DemandOperator(request);
        _octavia.Amphorae.Failover(balancer);
        return WireAnswer.Empty(202);
    }
}
