using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>
/// Octavia v2, below /v2 and /v2.0 alike. Who has none of its roles is refused every call (D-039); amphorae and
/// failover are an admin's.
/// </summary>
internal sealed class OctaviaWire(TwinWorld world)
    : OpenStackService(world, [new OctaviaRoot(IsZed(world)), .. Below("/v2", world), .. Below("/v2.0", world)])
{
    /// <summary>
    /// Real resources of Octavia that the twin does not have; any other unknown path is Octavia's own 404.
    /// </summary>
    private static readonly HashSet<string> NotHere =
    [
        "l7policies",
        "flavors",
        "providers",
        "quotas",
        "flavorprofiles",
        "availabilityzones",
        "availabilityzoneprofiles",
        "config",
        "stats",
    ];

    public override string Role => "octavia";

    protected override bool TokenBeforeRouting => true;

    /// <summary>Who has no token gets no further than the middleware, which gives no id.</summary>
    protected override IReadOnlyList<string> RequestIdHeadersOf(OpenStackRequest request, WireAnswer answer) =>
        answer.Status == 401 || request.Path == "/healthcheck" ? [] : RequestIdHeaders;

    protected override WireAnswer Error(OpenStackRequest request, int status, string message, string type) =>
        WireAnswer.Json(
            status,
            new JsonObject
            {
                ["faultcode"] = status < 500 ? "Client" : "Server",
                ["faultstring"] = message,
                ["debuginfo"] = null,
            }
        );

    protected override WireAnswer MalformedBody(OpenStackRequest request) =>
        Error(request, 400, "Request is not in valid JSON format", "");

    protected override WireAnswer Unrouted(OpenStackRequest request, IReadOnlyList<string> allowed)
    {
        if (request.Path.Trim('/').Split('/') is [_, _, var resource, ..] && NotHere.Contains(resource))
            return NotEmulated(request);
        if (allowed.Count == 0)
            return WireAnswer.Html(404, "Not Found", "The resource could not be found.");
        if (request.Method is "GET" or "POST" or "PUT" or "DELETE")
            return NotEmulated(request);
        return WireAnswer
            .Html(405, "Method Not Allowed", $"The method {request.Method} is not allowed for this resource. ")
            .With("Allow", "DELETE, GET, POST, PUT");
    }

    private static bool IsZed(TwinWorld world) => world.Plan.Release == "zed";

    private static IEnumerable<IResource> Below(string root, TwinWorld world)
    {
        var octavia = world.LoadBalancing;
        return
        [
            new OctaviaVersion(root),
            new LoadBalancers($"{root}/lbaas/loadbalancers", world, IsZed(world)),
            new Listeners($"{root}/lbaas/listeners", octavia),
            new Pools($"{root}/lbaas/pools", octavia),
            new Members($"{root}/lbaas/pools/{{pool}}/members", octavia),
            new HealthMonitors($"{root}/lbaas/healthmonitors", octavia),
            new Amphorae($"{root}/octavia/amphorae", octavia),
        ];
    }
}
