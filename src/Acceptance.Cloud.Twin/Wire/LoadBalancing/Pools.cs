using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaBody;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaPolicy;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Pools.</summary>
internal sealed class Pools(string root, Octavia octavia) : IResource
{
    private const string Keys =
        "id name description provisioning_status operating_status admin_state_up protocol lb_algorithm "
        + "project_id tenant_id loadbalancers listeners loadbalancer_id created_at updated_at "
        + "healthmonitor_id members tags tags-any not-tags";

    private const string Input =
        "name description admin_state_up protocol lb_algorithm session_persistence project_id tenant_id "
        + "listener_id loadbalancer_id members healthmonitor tags tls_enabled";

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get(root, List),
            Route.Post(root, Create),
            Route.Get($"{root}/{{id}}", Show),
            Route.Put($"{root}/{{id}}", Update),
            Route.Delete($"{root}/{{id}}", Delete),
        ];

    private WireAnswer List(OpenStackRequest request) =>
        OctaviaList.Answer(
            request,
            "pools",
            Keys,
            octavia
                .Under(request)
                .SelectMany(balancer => balancer.Pools.Select(pool => OctaviaJson.Pool(pool, balancer)))
        );

    private WireAnswer Show(OpenStackRequest request)
    {
        var (balancer, pool) = octavia.KnownPool(request["id"], request, DemandReader);
        return Shown(pool, balancer);
    }

    private static WireAnswer Shown(OctaviaPool pool, OctaviaLoadBalancer balancer, int status = 200) =>
        Envelope("pool", OctaviaJson.Pool(pool, balancer), status);

    private WireAnswer Create(OpenStackRequest request)
    {
        var body = Envelope(request, "pool");
        Demand(body, "pool.pool", Input);
        var listener = body["listener_id"]?.ToString();
        var balancer = octavia.Parent(request, ParentId(body, listener));
        var pool = octavia.Parts.AddPool(
            balancer,
            balancer.Listeners.Find(face => face.Id == listener),
            body["name"]?.ToString() ?? "",
            Needed(body, "protocol"),
            Needed(body, "lb_algorithm")
        );
        Common(pool, body);
        return Shown(pool, balancer, 201);
    }

    /// <summary>The load balancer that a new pool's body names, by itself or by one of its listeners.</summary>
    private string ParentId(JsonObject body, string? listener)
    {
        var parent =
            body["loadbalancer_id"]?.ToString()
            ?? octavia.LoadBalancers.FirstOrDefault(one => one.Listeners.Exists(face => face.Id == listener))?.Id;
        if (parent is null && listener is not null)
            throw new ApiRefusal(404, $"Listener {listener} not found.");
        if (parent is null)
            throw new ApiRefusal(400, "Validation failure: Must provide at least one of: loadbalancer_id, listener_id");
        return parent;
    }

    private WireAnswer Update(OpenStackRequest request)
    {
        var (balancer, pool) = octavia.KnownPool(request["id"], request, DemandWriter);
        var body = Envelope(request, "pool");
        octavia.Parts.Change(
            balancer,
            () =>
            {
                Common(pool, body);
                if (body["lb_algorithm"] is { } algorithm)
                    pool.Algorithm = algorithm.ToString();
            }
        );
        return Shown(pool, balancer);
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        var (balancer, pool) = octavia.KnownPool(request["id"], request, DemandWriter);
        octavia.Parts.Change(
            balancer,
            () =>
            {
                balancer.Pools.Remove(pool);
                foreach (var listener in balancer.Listeners.Where(one => one.DefaultPoolId == pool.Id))
                    listener.DefaultPoolId = null;
            }
        );
        return WireAnswer.Empty(204);
    }
}
