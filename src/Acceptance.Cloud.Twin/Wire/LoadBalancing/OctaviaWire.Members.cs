using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Members and health monitors.</summary>
internal sealed partial class OctaviaWire
{
    private const string MemberKeys =
        "id name provisioning_status operating_status admin_state_up address protocol_port weight backup subnet_id project_id tenant_id created_at "
        + "updated_at monitor_address monitor_port tags tags-any not-tags";

    private const string MonitorKeys =
        "id name type delay timeout max_retries max_retries_down http_method url_path expected_codes admin_state_up project_id tenant_id pools pool_id "
        + "provisioning_status operating_status created_at updated_at tags tags-any not-tags";

    private void MapMembers(string root)
    {
        Map(
            "GET",
            root,
            request =>
                List(
                    request,
                    "members",
                    MemberKeys,
                    KnownPool(request["pool"], request, DemandReader).Pool.Members.Select(OctaviaJson.Member)
                )
        );
        Map("POST", root, CreateMember);
        Map("PUT", root, ReplaceMembers);
        Map(
            "GET",
            $"{root}/{{id}}",
            request => Envelope("member", OctaviaJson.Member(KnownMember(request, DemandReader).Member))
        );
        Map(
            "PUT",
            $"{root}/{{id}}",
            request =>
            {
                var (balancer, _, member) = KnownMember(request, DemandWriter);
                var body = Envelope(request, "member");
                Octavia.Change(
                    balancer,
                    () =>
                    {
                        Common(member, body);
                        if (body["weight"] is { } weight)
                            member.Weight = weight.GetValue<int>();
                    }
                );
                return Envelope("member", OctaviaJson.Member(member));
            }
        );
        Map(
            "DELETE",
            $"{root}/{{id}}",
            request =>
            {
                var (balancer, pool, member) = KnownMember(request, DemandWriter);
                Octavia.RemoveMember(balancer, pool, member);
                return WireAnswer.Empty(204);
            }
        );
    }

    private void MapMonitors(string root)
    {
        Map(
            "GET",
            root,
            request =>
                List(
                    request,
                    "healthmonitors",
                    MonitorKeys,
                    Monitors(request).Select(one => OctaviaJson.Monitor(one.Monitor, one.Pool.Id))
                )
        );
        Map("POST", root, CreateMonitor);
        Map(
            "GET",
            $"{root}/{{id}}",
            request =>
            {
                var (_, pool, monitor) = KnownMonitor(request, DemandReader);
                return Envelope("healthmonitor", OctaviaJson.Monitor(monitor, pool.Id));
            }
        );
        Map(
            "DELETE",
            $"{root}/{{id}}",
            request =>
            {
                var (balancer, pool, _) = KnownMonitor(request, DemandWriter);
                Octavia.Change(balancer, () => pool.Monitor = null);
                return WireAnswer.Empty(204);
            }
        );
    }

    private WireAnswer CreateMember(OpenStackRequest request)
    {
        var (balancer, pool) = KnownPool(request["pool"], request, DemandWriter);
        var body = Envelope(request, "member");
        var at = new MemberAddress(
            Needed(body, "address"),
            int.Parse(Needed(body, "protocol_port")),
            body["name"]?.ToString()
        );
        var member = Octavia.AddMember(
            balancer,
            pool,
            at,
            body["subnet_id"]?.ToString(),
            body["weight"]?.GetValue<int>() ?? 1
        );
        Common(member, body);
        return Envelope("member", OctaviaJson.Member(member), 201);
    }

    /// <summary>The batch update: from now on these and no others.</summary>
    private WireAnswer ReplaceMembers(OpenStackRequest request)
    {
        var (balancer, pool) = KnownPool(request["pool"], request, DemandWriter);
        var wanted = (request.Json()["members"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .Select(member => new MemberAddress(
                Needed(member, "address"),
                int.Parse(Needed(member, "protocol_port")),
                member["name"]?.ToString()
            ))
            .ToList();
        Octavia.SetMembers(balancer, wanted, pool);
        return WireAnswer.Empty(202);
    }

    private WireAnswer CreateMonitor(OpenStackRequest request)
    {
        var body = Envelope(request, "healthmonitor");
        var (balancer, pool) = KnownPool(Needed(body, "pool_id"), request, DemandWriter);
        var monitor = Octavia.SetMonitor(balancer, pool, body["name"]?.ToString() ?? "", Needed(body, "type"));
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

    private IEnumerable<(OctaviaLoadBalancer Balancer, OctaviaPool Pool, OctaviaHealthMonitor Monitor)> Monitors(
        OpenStackRequest request
    ) =>
        from balancer in Visible(request)
        from pool in balancer.Pools
        where pool.Monitor is not null
        select (balancer, pool, pool.Monitor);

    private (OctaviaLoadBalancer Balancer, OctaviaPool Pool, OctaviaHealthMonitor Monitor) KnownMonitor(
        OpenStackRequest request,
        Action<OpenStackRequest, string?> demand
    )
    {
        foreach (var balancer in Octavia.LoadBalancers)
        {
            if (balancer.Pools.Find(one => one.Monitor?.Id == request["id"]) is not { } pool)
                continue;
            demand(request, balancer.ProjectId);
            return (balancer, pool, pool.Monitor!);
        }

        throw new ApiRefusal(404, $"Health Monitor {request["id"]} not found.");
    }

    private (OctaviaLoadBalancer Balancer, OctaviaPool Pool, OctaviaMember Member) KnownMember(
        OpenStackRequest request,
        Action<OpenStackRequest, string?> demand
    )
    {
        var (balancer, pool) = KnownPool(request["pool"], request, demand);
        var member =
            pool.Members.Find(one => one.Id == request["id"])
            ?? throw new ApiRefusal(404, $"Member {request["id"]} not found.");
        return (balancer, pool, member);
    }
}
