using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaBody;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaPolicy;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Amphorae; an operator's only.</summary>
internal sealed class Amphorae(string root, Octavia octavia) : IResource
{
    private const string Keys =
        "id loadbalancer_id compute_id lb_network_ip vrrp_ip ha_ip vrrp_port_id ha_port_id cert_expiration "
        + "cert_busy role status vrrp_interface vrrp_id vrrp_priority cached_zone created_at updated_at "
        + "image_id compute_flavor";

    public IReadOnlyList<Route> Routes =>
        [Route.Get(root, List), Route.Get($"{root}/{{id}}", Show), Route.Put($"{root}/{{id}}/failover", FailOver)];

    private WireAnswer List(OpenStackRequest request)
    {
        DemandOperator(request);
        return OctaviaList.Answer(request, "amphorae", Keys, octavia.Amphorae.Select(Shape));
    }

    private WireAnswer Show(OpenStackRequest request)
    {
        DemandOperator(request);
        return Envelope("amphora", Shape(Find(request)));
    }

    private WireAnswer FailOver(OpenStackRequest request)
    {
        DemandOperator(request);
        octavia.Amphorae.Failover(octavia.Known(Find(request).LoadBalancerId));
        return WireAnswer.Empty(202);
    }

    private JsonObject Shape(Amphora amphora) => OctaviaJson.Amphora(amphora, octavia.Amphorae.Flavor.Id);

    private Amphora Find(OpenStackRequest request) =>
        octavia.Amphorae.FirstOrDefault(amphora => amphora.Id == request["id"])
        ?? throw new ApiRefusal(404, $"Amphora {request["id"]} not found.");
}
