using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaBody;
using static Acceptance.Cloud.Twin.Wire.LoadBalancing.OctaviaPolicy;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Quotas: Octavia's defaults for everybody.</summary>
internal sealed class LoadBalancingQuotas(string root) : IResource
{
    private const string Keys = "project_id load_balancer listener member pool health_monitor l7policy l7rule";

    public IReadOnlyList<Route> Routes =>
        [
            Route.Get(root, List),
            Route.Get($"{root}/defaults", _ => Envelope("quota", Quota())),
            Route.Get($"{root}/{{id}}", Show),
        ];

    /// <summary>Only projects with a quota of their own are listed, and none has one.</summary>
    private static WireAnswer List(OpenStackRequest request) => OctaviaList.Answer(request, "quotas", Keys, []);

    private static WireAnswer Show(OpenStackRequest request)
    {
        DemandReader(request, request["id"]);
        return Envelope("quota", Quota());
    }

    private static JsonObject Quota()
    {
        var quota = new JsonObject();
        foreach (
            var kind in new[] { "load_balancer", "listener", "member", "pool", "health_monitor", "l7policy", "l7rule" }
        )
            quota[kind] = -1;
        return quota;
    }
}
