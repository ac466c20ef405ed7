using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Cloud.Twin.Wire.LoadBalancing;

/// <summary>Octavia v2, below /v2 and /v2.0 alike. Who has none of its roles is refused every call (D-039); amphorae and failover are an admin's.</summary>
internal sealed partial class OctaviaWire : OpenStackService
{
    /// <summary>Real resources of Octavia that the twin does not have; any other unknown path is Octavia's own 404.</summary>
    private static readonly HashSet<string> NotHere =
    [
        "l7policies",
        "flavorprofiles",
        "availabilityzones",
        "availabilityzoneprofiles",
        "config",
        "stats",
    ];

    public OctaviaWire(TwinWorld world)
        : base(world)
    {
        Map("GET", "/", VersionList, Access.Anyone);
        Map("GET", "/healthcheck", Health, Access.Anyone);
        foreach (var root in new[] { "/v2", "/v2.0" })
        {
            Map("GET", root, _ => WireAnswer.Text(200, "v2", "application/json"));
            Map("GET", $"{root}/lbaas", _ => WireAnswer.Text(200, "v2", "application/json"));
            MapLoadBalancers($"{root}/lbaas/loadbalancers");
            MapListeners($"{root}/lbaas/listeners");
            MapPools($"{root}/lbaas/pools");
            MapMembers($"{root}/lbaas/pools/{{pool}}/members");
            MapMonitors($"{root}/lbaas/healthmonitors");
            MapAmphorae($"{root}/octavia/amphorae");
            MapSettings($"{root}/lbaas");
        }
    }

    public override string Role => "octavia";

    protected override bool TokenBeforeRouting => true;

    /// <summary>Who has no token gets no further than the middleware, which gives no id.</summary>
    protected override IReadOnlyList<string> RequestIdHeadersOf(OpenStackRequest request, WireAnswer answer) =>
        answer.Status == 401 || request.Path == "/healthcheck" ? [] : RequestIdHeaders;

    private Octavia Octavia => World.LoadBalancing;

    private bool IsZed => World.Plan.Release == "zed";

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

    private static ApiRefusal Forbidden() => new(403, "Policy does not allow this request to be performed.");

    private static bool IsOperator(OpenStackRequest request) => request.Caller.HasAny("admin", "load-balancer_admin");

    private static bool SeesAll(OpenStackRequest request) =>
        IsOperator(request) || request.Caller.Has("load-balancer_global_observer");

    private static void DemandReader(OpenStackRequest request, string? owner = null)
    {
        if (SeesAll(request))
            return;
        if (!request.Caller.HasAny("load-balancer_member", "load-balancer_observer"))
            throw Forbidden();
        if (owner is not null && owner != request.Caller.ProjectId)
            throw Forbidden();
    }

    private static void DemandWriter(OpenStackRequest request, string? owner = null)
    {
        if (IsOperator(request))
            return;
        if (!request.Caller.Has("load-balancer_member"))
            throw Forbidden();
        if (owner is not null && owner != request.Caller.ProjectId)
            throw Forbidden();
    }

    private static void DemandOperator(OpenStackRequest request)
    {
        if (!IsOperator(request))
            throw Forbidden();
    }

    /// <summary>Filters, sorts, cuts and pages; the keys name what may be asked for while there is nothing to read them from.</summary>
    private static WireAnswer List(OpenStackRequest request, string plural, string keys, IEnumerable<JsonObject> all)
    {
        var known = keys.Split(' ').ToHashSet();
        var filters = ResourceQuery.Filters(request).ToList();
        if (filters.Exists(filter => !known.Contains(filter)))
            throw new ApiRefusal(400, "One or more arguments are either duplicate or invalid");
        if (ResourceQuery.SortKey(request).Key is { } sort && !known.Contains(sort))
            throw new ApiRefusal(400, $"Supplied sort key '{sort}' is not valid.");
        var items = all.Where(item => filters.TrueForAll(key => ResourceQuery.Fits(item, key, request.QueryAll(key))))
            .ToList();
        var page = Page<JsonObject>.Of(
            request,
            ResourceQuery.Sorted(request, items),
            item => item["id"]!.ToString(),
            null,
            marker => new ApiRefusal(400, $"Supplied pagination marker '{marker}' is not valid."),
            limit => new ApiRefusal(400, $"Supplied pagination limit '{limit}' is not valid.")
        );
        var links = new JsonArray();
        if (page.Full)
            links.Add(Link(request, page.Items[^1]["id"]!.ToString(), "next"));
        if (request.Query("marker") is not null && page.Items.Count > 0)
            links.Add(Link(request, page.Items[0]["id"]!.ToString(), "previous"));
        return WireAnswer.Ok(
            new JsonObject
            {
                [plural] = new JsonArray([.. page.Items.Select(item => ResourceQuery.Cut(request, item))]),
                [$"{plural}_links"] = links,
            }
        );
    }

    private static JsonObject Link(OpenStackRequest request, string marker, string way)
    {
        var kept = request
            .QueryKeys.Where(key => key is not ("marker" or "page_reverse"))
            .SelectMany(key => request.QueryAll(key).Select(value => $"{key}={Uri.EscapeDataString(value)}"));
        var reverse = way == "previous" ? "&page_reverse=True" : "";
        return new JsonObject
        {
            ["rel"] = way,
            ["href"] = $"{request.Base}{request.Path}?{string.Join('&', kept)}&marker={marker}{reverse}",
        };
    }

    private IEnumerable<OctaviaLoadBalancer> Visible(OpenStackRequest request)
    {
        DemandReader(request);
        return Octavia.LoadBalancers.Where(balancer =>
            SeesAll(request) || balancer.ProjectId == request.Caller.ProjectId
        );
    }

    private static void Demand(JsonObject body, string argument, string known)
    {
        var names = known.Split(' ');
        if (body.Select(member => member.Key).FirstOrDefault(key => !names.Contains(key)) is { } odd)
            throw new ApiRefusal(400, $"Unknown attribute for argument {argument}: {odd}");
    }

    private static JsonObject Envelope(OpenStackRequest request, string name) =>
        (
            request.Header("Content-Type") is { } type && !type.Contains("json", StringComparison.Ordinal)
                ? throw new ApiRefusal(415, $"Unknown mimetype: {type.Split(';')[0]}")
                : request.Json()[name] as JsonObject
        )
        ?? throw new ApiRefusal(
            400,
            $"Invalid input for field/attribute {name}. Value: 'None'. Mandatory field missing."
        );

    private static void Common(OctaviaResource resource, JsonObject body)
    {
        if (body["name"] is { } name)
            resource.Name = name.ToString();
        if (body["description"] is { } text)
            resource.Description = text.ToString();
        if (body["admin_state_up"] is { } up)
            resource.AdminStateUp = up.GetValue<bool>();
        if (body["tags"] is JsonArray tags)
            resource.Tags = [.. tags.Select(tag => tag!.ToString())];
    }
}
