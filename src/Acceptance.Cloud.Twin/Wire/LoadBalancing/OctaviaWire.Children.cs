using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Listeners and pools.</summary>
internal sealed partial class OctaviaWire
{
    private const string ListenerKeys =
        "id name description provisioning_status operating_status admin_state_up protocol protocol_port connection_limit project_id tenant_id "
        + "default_pool_id created_at updated_at loadbalancers load_balancer_id loadbalancer_id tags tags-any not-tags";

    private const string ListenerInput =
        "name description admin_state_up protocol protocol_port connection_limit project_id tenant_id default_pool_id default_pool loadbalancer_id "
        + "insert_headers timeout_client_data timeout_member_connect timeout_member_data timeout_tcp_inspect tags allowed_cidrs l7policies "
        + "client_authentication default_tls_container_ref sni_container_refs tls_ciphers tls_versions alpn_protocols";

    private const string PoolKeys =
        "id name description provisioning_status operating_status admin_state_up protocol lb_algorithm project_id tenant_id loadbalancers listeners "
        + "loadbalancer_id created_at updated_at healthmonitor_id members tags tags-any not-tags";

    private const string PoolInput =
        "name description admin_state_up protocol lb_algorithm session_persistence project_id tenant_id listener_id loadbalancer_id members "
        + "healthmonitor tags tls_enabled";

    private void MapListeners(string root)
    {
        Map(
            "GET",
            root,
            request =>
                List(
                    request,
                    "listeners",
                    ListenerKeys,
                    Under(request)
                        .SelectMany(balancer => balancer.Listeners)
                        .Select(listener => OctaviaJson.Listener(listener))
                )
        );
        Map("POST", root, CreateListener);
        Map(
            "GET",
            $"{root}/{{id}}",
            request => Envelope("listener", OctaviaJson.Listener(KnownListener(request, DemandReader).Listener))
        );
        Map(
            "PUT",
            $"{root}/{{id}}",
            request =>
            {
                var (balancer, listener) = KnownListener(request, DemandWriter);
                var body = Envelope(request, "listener");
                Octavia.Change(
                    balancer,
                    () =>
                    {
                        Common(listener, body);
                        if (body.ContainsKey("default_pool_id"))
                            listener.DefaultPoolId = body["default_pool_id"]?.ToString();
                        if (body["connection_limit"] is { } limit)
                            listener.ConnectionLimit = limit.GetValue<int>();
                    }
                );
                return Envelope("listener", OctaviaJson.Listener(listener));
            }
        );
        Map(
            "DELETE",
            $"{root}/{{id}}",
            request =>
            {
                var (balancer, listener) = KnownListener(request, DemandWriter);
                Octavia.Change(balancer, () => balancer.Listeners.Remove(listener));
                return WireAnswer.Empty(204);
            }
        );
    }

    private void MapPools(string root)
    {
        Map(
            "GET",
            root,
            request =>
                List(
                    request,
                    "pools",
                    PoolKeys,
                    Under(request)
                        .SelectMany(balancer => balancer.Pools.Select(pool => OctaviaJson.Pool(pool, balancer)))
                )
        );
        Map("POST", root, CreatePool);
        Map(
            "GET",
            $"{root}/{{id}}",
            request =>
            {
                var (balancer, pool) = KnownPool(request["id"], request, DemandReader);
                return Envelope("pool", OctaviaJson.Pool(pool, balancer));
            }
        );
        Map(
            "PUT",
            $"{root}/{{id}}",
            request =>
            {
                var (balancer, pool) = KnownPool(request["id"], request, DemandWriter);
                var body = Envelope(request, "pool");
                Octavia.Change(
                    balancer,
                    () =>
                    {
                        Common(pool, body);
                        if (body["lb_algorithm"] is { } algorithm)
                            pool.Algorithm = algorithm.ToString();
                    }
                );
                return Envelope("pool", OctaviaJson.Pool(pool, balancer));
            }
        );
        Map(
            "DELETE",
            $"{root}/{{id}}",
            request =>
            {
                var (balancer, pool) = KnownPool(request["id"], request, DemandWriter);
                Octavia.Change(
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
        );
    }

    /// <summary>The children of one load balancer when the query names it, else of all that are visible.</summary>
    private IEnumerable<OctaviaLoadBalancer> Under(OpenStackRequest request)
    {
        var only = request.Query("loadbalancer_id") ?? request.Query("load_balancer_id");
        return Visible(request).Where(balancer => only is null || balancer.Id == only);
    }

    private WireAnswer CreateListener(OpenStackRequest request)
    {
        var body = Envelope(request, "listener");
        Demand(body, "listener.listener", ListenerInput);
        var balancer = Parent(request, body["loadbalancer_id"]?.ToString(), "loadbalancer_id");
        var listener = Octavia.AddListener(
            balancer,
            body["name"]?.ToString() ?? "",
            Needed(body, "protocol"),
            int.Parse(Needed(body, "protocol_port")),
            body["default_pool_id"]?.ToString()
        );
        Common(listener, body);
        return Envelope("listener", OctaviaJson.Listener(listener), 201);
    }

    private WireAnswer CreatePool(OpenStackRequest request)
    {
        var body = Envelope(request, "pool");
        Demand(body, "pool.pool", PoolInput);
        var listener = body["listener_id"]?.ToString();
        var parent =
            body["loadbalancer_id"]?.ToString()
            ?? Octavia.LoadBalancers.FirstOrDefault(one => one.Listeners.Exists(face => face.Id == listener))?.Id;
        if (parent is null && listener is not null)
            throw new ApiRefusal(404, $"Listener {listener} not found.");
        if (parent is null)
            throw new ApiRefusal(400, "Validation failure: Must provide at least one of: loadbalancer_id, listener_id");
        var balancer = Parent(request, parent, "loadbalancer_id");
        var pool = Octavia.AddPool(
            balancer,
            balancer.Listeners.Find(face => face.Id == listener),
            body["name"]?.ToString() ?? "",
            Needed(body, "protocol"),
            Needed(body, "lb_algorithm")
        );
        Common(pool, body);
        return Envelope("pool", OctaviaJson.Pool(pool, balancer), 201);
    }

    private OctaviaLoadBalancer Parent(OpenStackRequest request, string? id, string field)
    {
        if (id is null)
            throw new ApiRefusal(
                400,
                $"Invalid input for field/attribute {field}. Value: 'None'. Mandatory field missing."
            );
        var balancer = Known(id);
        DemandWriter(request, balancer.ProjectId);
        return balancer;
    }

    private static string Needed(JsonObject body, string field) =>
        body[field]?.ToString()
        ?? throw new ApiRefusal(
            400,
            $"Invalid input for field/attribute {field}. Value: 'None'. Mandatory field missing."
        );

    private (OctaviaLoadBalancer Balancer, OctaviaListener Listener) KnownListener(
        OpenStackRequest request,
        Action<OpenStackRequest, string?> demand
    )
    {
        foreach (var balancer in Octavia.LoadBalancers)
        {
            if (balancer.Listeners.Find(one => one.Id == request["id"]) is not { } listener)
                continue;
            demand(request, balancer.ProjectId);
            return (balancer, listener);
        }

        throw new ApiRefusal(404, $"Listener {request["id"]} not found.");
    }

    private (OctaviaLoadBalancer Balancer, OctaviaPool Pool) KnownPool(
        string id,
        OpenStackRequest request,
        Action<OpenStackRequest, string?> demand
    )
    {
        foreach (var balancer in Octavia.LoadBalancers)
        {
            if (balancer.Pools.Find(one => one.Id == id) is not { } pool)
                continue;
            demand(request, balancer.ProjectId);
            return (balancer, pool);
        }

        throw new ApiRefusal(404, $"Pool {id} not found.");
    }
}
