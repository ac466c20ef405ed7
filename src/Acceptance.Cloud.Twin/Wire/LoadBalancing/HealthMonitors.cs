using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaBody;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaPolicy;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Health monitors, one a pool at most.</summary>
internal sealed class HealthMonitors(string root, Octavia octavia) : IResource
{
    private const string Keys =
        "id name type delay timeout max_retries max_retries_down http_method url_path expected_codes "
        + "admin_state_up project_id tenant_id pools pool_id provisioning_status operating_status created_at "
        + "updated_at tags tags-any not-tags";

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get(root, List),
            Route.Post(root, Create),
            Route.Get($"{root}/{{id}}", Show),
            Route.Delete($"{root}/{{id}}", Delete),
        ];

    private WireAnswer List(OpenStackRequest request) =>
        OctaviaList.Answer(
            request,
            "healthmonitors",
            Keys,
            Visible(request).Select(one => OctaviaJson.Monitor(one.Monitor, one.Pool.Id))
        );

    private WireAnswer Show(OpenStackRequest request)
    {
        var (_, pool, monitor) = Find(request, DemandReader);
        return Envelope("healthmonitor", OctaviaJson.Monitor(monitor, pool.Id));
    }

    private WireAnswer Create(OpenStackRequest request)
    {
        var body = Envelope(request, "healthmonitor");
        var (balancer, pool) = octavia.KnownPool(Needed(body, "pool_id"), request, DemandWriter);
        var monitor = octavia.Parts.SetMonitor(balancer, pool, body["name"]?.ToString() ?? "", Needed(body, "type"));
        Common(monitor, body);
        if (body["delay"] is { } delay)
            monitor.Delay = delay.GetValue<int>();
        if (body["timeout"] is { } timeout)
            monitor.Timeout = timeout.GetValue<int>();
        if (body["max_retries"] is { } retries)
            monitor.MaxRetries = retries.GetValue<int>();
        if (body["url_path"] is { } path)
            monitor.UrlPath = path.ToString();
        return Envelope("healthmonitor", OctaviaJson.Monitor(monitor, pool.Id), 201);
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        var (balancer, pool, _) = Find(request, DemandWriter);
        octavia.Parts.Change(balancer, () => pool.Monitor = null);
        return WireAnswer.Empty(204);
    }

    private IEnumerable<(OctaviaLoadBalancer Balancer, OctaviaPool Pool, OctaviaHealthMonitor Monitor)> Visible(
        OpenStackRequest request
    ) =>
        from balancer in octavia.Visible(request)
        from pool in balancer.Pools
        where pool.Monitor is not null
        select (balancer, pool, pool.Monitor);

    private (OctaviaLoadBalancer Balancer, OctaviaPool Pool, OctaviaHealthMonitor Monitor) Find(
        OpenStackRequest request,
        Action<OpenStackRequest, string?> demand
    )
    {
        foreach (var balancer in octavia.LoadBalancers)
        {
            if (balancer.Pools.Find(one => one.Monitor?.Id == request["id"]) is not { } pool)
                continue;
            demand(request, balancer.ProjectId);
            return (balancer, pool, pool.Monitor!);
        }

        throw new ApiRefusal(404, $"Health Monitor {request["id"]} not found.");
    }
}
