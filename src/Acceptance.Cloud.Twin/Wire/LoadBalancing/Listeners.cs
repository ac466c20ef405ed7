using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaBody;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaPolicy;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Listeners.</summary>
internal sealed class Listeners(string root, Octavia octavia) : IResource
{
    private const string Keys =
        "id name description provisioning_status operating_status admin_state_up protocol protocol_port "
        + "connection_limit project_id tenant_id default_pool_id created_at updated_at loadbalancers "
        + "load_balancer_id loadbalancer_id tags tags-any not-tags";

    private const string Input =
        "name description admin_state_up protocol protocol_port connection_limit project_id tenant_id "
        + "default_pool_id default_pool loadbalancer_id insert_headers timeout_client_data "
        + "timeout_member_connect timeout_member_data timeout_tcp_inspect tags allowed_cidrs l7policies "
        + "client_authentication default_tls_container_ref sni_container_refs tls_ciphers tls_versions "
        + "alpn_protocols";

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
            "listeners",
            Keys,
            octavia
                .Under(request)
                .SelectMany(balancer => balancer.Listeners)
                .Select(listener => OctaviaJson.Listener(listener))
        );

    private WireAnswer Show(OpenStackRequest request) => Shown(Find(request, DemandReader).Listener);

    private static WireAnswer Shown(OctaviaListener listener, int status = 200) =>
        Envelope("listener", OctaviaJson.Listener(listener), status);

    private WireAnswer Create(OpenStackRequest request)
    {
        var body = Envelope(request, "listener");
        Demand(body, "listener.listener", Input);
        var balancer = octavia.Parent(request, body["loadbalancer_id"]?.ToString());
        var listener = octavia.Parts.AddListener(
            balancer,
            body["name"]?.ToString() ?? "",
            Needed(body, "protocol"),
            int.Parse(Needed(body, "protocol_port")),
            body["default_pool_id"]?.ToString()
        );
        Common(listener, body);
        return Shown(listener, 201);
    }

    private WireAnswer Update(OpenStackRequest request)
    {
        var (balancer, listener) = Find(request, DemandWriter);
        var body = Envelope(request, "listener");
        octavia.Parts.Change(
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
        return Shown(listener);
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        var (balancer, listener) = Find(request, DemandWriter);
        octavia.Parts.Change(balancer, () => balancer.Listeners.Remove(listener));
        return WireAnswer.Empty(204);
    }

    private (OctaviaLoadBalancer Balancer, OctaviaListener Listener) Find(
        OpenStackRequest request,
        Action<OpenStackRequest, string?> demand
    )
    {
        foreach (var balancer in octavia.LoadBalancers)
        {
            if (balancer.Listeners.Find(one => one.Id == request["id"]) is not { } listener)
                continue;
            demand(request, balancer.ProjectId);
            return (balancer, listener);
        }

        throw new ApiRefusal(404, $"Listener {request["id"]} not found.");
    }
}
