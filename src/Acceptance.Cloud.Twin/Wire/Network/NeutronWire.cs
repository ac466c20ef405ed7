using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.Infrastructure;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>Neutron v2.0 with the OVN driver. A project sees its own and what is external or shared; an admin sees all.</summary>
internal sealed partial class NeutronWire : OpenStackService
{
    private readonly NeutronJson _json;

    public NeutronWire(TwinWorld world)
        : base(world)
    {
        _json = new NeutronJson(world);
        Map(
            "GET",
            "/",
            request =>
                WireAnswer.Ok(
                    new JsonObject
                    {
                        ["versions"] = new JsonArray(
                            new JsonObject
                            {
                                ["id"] = "v2.0",
                                ["status"] = "CURRENT",
                                ["links"] = new JsonArray(
                                    new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/v2.0/" }
                                ),
                            }
                        ),
                    }
                ),
            Access.Anyone
        );
        Map("GET", "/healthcheck", Health, Access.Anyone);
        MapRoot();
        MapNetworks();
        MapPorts();
        MapRouters();
        MapFloatingIps();
        MapSecurityGroups();
        MapAgents();
    }

    public override string Role => "neutron";

    protected override bool HeadIsGet => false;

    protected override IReadOnlyList<string> RequestIdHeaders => ["X-Openstack-Request-Id"];

    /// <summary>What is answered outside of /v2.0 has no id yet.</summary>
    protected override IReadOnlyList<string> RequestIdHeadersOf(OpenStackRequest request, WireAnswer answer) =>
        request.Path.StartsWith("/v2.0", StringComparison.Ordinal) ? RequestIdHeaders : [];

    private Neutron Neutron => World.Network;

    protected override WireAnswer Error(OpenStackRequest request, int status, string message, string type) =>
        WireAnswer.Json(
            status,
            new JsonObject
            {
                ["NeutronError"] = new JsonObject
                {
                    ["type"] = type.Length > 0 ? type : Kind(status),
                    ["message"] = message,
                    ["detail"] = "",
                },
            }
        );

    protected override WireAnswer MalformedBody(OpenStackRequest request) =>
        Error(request, 400, "Body contains invalid data", "HTTPBadRequest");

    protected override WireAnswer Unrouted(OpenStackRequest request, IReadOnlyList<string> allowed)
    {
        var parts = request.Path.Trim('/').Split('/');
        if (parts[0] != "v2.0")
        {
            return request.Method == "HEAD" && allowed.Count > 0
                ? WireAnswer.Html(405, "Method Not Allowed", "The method HEAD is not allowed for this resource. ")
                : WireAnswer.Html(404, "Not Found", "The resource could not be found.");
        }

        if (request.Token is null)
            return Unauthorized(request);
        if (parts.Length > 1 && NotHere.Contains(parts[1]))
            return NotEmulated(request);
        if (allowed.Count == 0)
            return Error(request, 404, "The resource could not be found.", "HTTPNotFound");
        if (parts.Length == 2 && request.Method == "PUT")
            return Error(
                request,
                404,
                $"{Singular(parts[1])} None could not be found.",
                $"{Singular(parts[1])}NotFound"
            );
        return NotEmulated(request);
    }

    /// <summary>Extensions of Neutron that the twin does not have.</summary>
    private static readonly HashSet<string> NotHere =
    [
        "subnetpools",
        "address-scopes",
        "address-groups",
        "rbac-policies",
        "trunks",
        "qos",
        "segments",
        "metering",
        "flavors",
        "service_profiles",
        "auto-allocated-topology",
        "default-security-group-rules",
        "floatingip_pools",
        "service-providers",
        "log",
        "vpn",
        "bgpvpn",
    ];

    private static string Kind(int status) =>
        status switch
        {
            400 => "HTTPBadRequest",
            404 => "HTTPNotFound",
            403 => "PolicyNotAuthorized",
            _ => "HTTPError",
        };

    private static string Singular(string plural) => char.ToUpperInvariant(plural[0]) + plural[1..^1];

    private static bool IsAdmin(OpenStackRequest request) => request.Caller.IsAdmin;

    private static bool Owns(OpenStackRequest request, NeutronResource resource) =>
        IsAdmin(request) || resource.ProjectId == request.Caller.ProjectId;

    private static ApiRefusal Disallowed(string rule) =>
        new(403, $"{rule} is disallowed by policy", "PolicyNotAuthorized");

    private static void DemandMember(OpenStackRequest request, string rule)
    {
        if (!request.Caller.HasAny("member", "admin"))
            throw Disallowed($"rule:{rule}");
    }

    private static void DemandOwner(OpenStackRequest request, NeutronResource resource, string rule)
    {
        DemandMember(request, rule);
        if (!Owns(request, resource))
            throw Disallowed($"rule:{rule}");
    }

    /// <summary>Filters by any attribute (an unknown one is 400), sorts, cuts and pages with links both ways.</summary>
    private WireAnswer List(OpenStackRequest request, string plural, string keys, IEnumerable<JsonObject> all)
    {
        var known = keys.Split(' ').Concat(Everywhere).ToHashSet();
        var filters = ResourceQuery.Filters(request).ToList();
        var odd = filters.Where(filter => !known.Contains(filter)).ToList();
        if (odd.Count > 0)
            throw new ApiRefusal(
                400,
                $"[{string.Join(", ", odd.Select(key => $"'{key}'"))}] is invalid attribute for filtering",
                "HTTPBadRequest"
            );
        if (ResourceQuery.SortKey(request).Key is { } sort && !known.Contains(sort))
            throw new ApiRefusal(400, $"['{sort}'] is invalid attribute for sort_keys", "HTTPBadRequest");
        var items = all.Where(item => filters.TrueForAll(key => Fits(item, key, request))).ToList();
        var page = Page<JsonObject>.Of(
            request,
            ResourceQuery.Sorted(request, items),
            item => item["id"]!.ToString(),
            null,
            marker => new ApiRefusal(
                404,
                $"{Singular(plural)} {marker} could not be found.",
                $"{Singular(plural)}NotFound"
            ),
            limit => new ApiRefusal(
                400,
                $"Bad limit request: Limit must be an integer 0 or greater and not '{limit}'.",
                "BadRequest"
            )
        );
        var body = new JsonObject
        {
            [plural] = new JsonArray([.. page.Items.Select(item => ResourceQuery.Cut(request, item))]),
        };
        if (page.Limit is not null && page.Items.Count > 0)
            body[$"{plural}_links"] = Links(request, page);
        return WireAnswer.Ok(body);
    }

    private static readonly string[] Everywhere =
    [
        "id",
        "name",
        "tenant_id",
        "project_id",
        "description",
        "status",
        "admin_state_up",
        "tags",
        "tags-any",
        "not-tags",
        "not-tags-any",
        "created_at",
        "updated_at",
        "revision_number",
        "changed_since",
    ];

    private static bool Fits(JsonObject item, string key, OpenStackRequest request)
    {
        var wanted = request.QueryAll(key).ToList();
        if (key is "tags")
            return wanted
                .SelectMany(one => one.Split(','))
                .All(tag => item["tags"]!.AsArray().Any(has => has!.ToString() == tag));
        if (key is not "fixed_ips")
            return ResourceQuery.Fits(item, key, wanted);
        return wanted.TrueForAll(one =>
            item["fixed_ips"]!
                .AsArray()
                .Any(ip => one.Split('=', 2) is [var part, var value] && ip![part]?.ToString() == value)
        );
    }

    private static JsonArray Links(OpenStackRequest request, Page<JsonObject> page)
    {
        var links = new JsonArray();
        if (page.More)
            links.Add(Link(request, "next", page.Items[^1], ""));
        links.Add(Link(request, "previous", page.Items[0], "&page_reverse=True"));
        return links;
    }

    private static JsonObject Link(OpenStackRequest request, string way, JsonObject at, string reverse)
    {
        var kept = request
            .QueryKeys.Where(key => key is not ("marker" or "page_reverse"))
            .SelectMany(key => request.QueryAll(key).Select(value => $"{key}={Uri.EscapeDataString(value)}"));
        return new JsonObject
        {
            ["rel"] = way,
            ["href"] = $"{request.Base}{request.Path}?{string.Join('&', kept)}&marker={at["id"]}{reverse}",
        };
    }

    private static WireAnswer Envelope(string name, JsonObject json, int status = 200) =>
        WireAnswer.Json(status, new JsonObject { [name] = json });

    /// <summary>The body's envelope; an attribute that Neutron does not know is refused by name.</summary>
    private static JsonObject Body(OpenStackRequest request, string name, string known)
    {
        var body =
            request.Json()[name] as JsonObject
            ?? throw new ApiRefusal(400, $"Unable to find '{name}' in request body", "HTTPBadRequest");
        var names = known.Split(' ').Concat(Everywhere).ToHashSet();
        var odd = body.Select(member => member.Key).Where(key => !names.Contains(key)).ToList();
        if (odd.Count > 0)
            throw new ApiRefusal(400, $"Unrecognized attribute(s) '{string.Join(", ", odd)}'", "HTTPBadRequest");
        return body;
    }

    private static string Project(OpenStackRequest request, JsonObject body) =>
        IsAdmin(request) && (body["project_id"] ?? body["tenant_id"])?.ToString() is { Length: > 0 } other
            ? other
            : request.Caller.ProjectId;

    private static string Needed(JsonObject body, string field) =>
        body[field]?.ToString()
        ?? throw new ApiRefusal(
            400,
            $"Failed to parse request. Required attribute '{field}' not specified",
            "HTTPBadRequest"
        );

    private void Rename(NeutronResource resource, JsonObject body)
    {
        if (body["name"] is { } name)
            resource.Name = name.ToString();
        if (body["description"] is { } text)
            resource.Description = text.ToString();
        resource.Touch(World.Now);
    }

    private static WireAnswer Health(OpenStackRequest request) =>
        request.Header("Accept")?.Contains("json", StringComparison.Ordinal) == true
            ? WireAnswer.Ok(new JsonObject { ["detailed"] = false, ["reasons"] = new JsonArray("OK") })
            : WireAnswer.Text(200, "OK");
}
