using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Nova v2.1 with the microversions of Caracal.</summary>
internal sealed partial class NovaWire : OpenStackService
{
    /// <summary>Real resources of Nova that the twin does not have; any other unknown path is Nova's own 404.</summary>
    private static readonly HashSet<string> NotHere =
    [
        "os-server-groups",
        "os-aggregates",
        "os-simple-tenant-usage",
        "os-server-external-events",
        "os-assisted-volume-snapshots",
        "os-console-auth-tokens",
        "os-instance_usage_audit_log",
        "os-quota-class-sets",
        "os-volumes_boot",
        "os-floating-ips",
        "os-security-groups",
        "images",
        "os-volumes",
        "os-networks",
        "extensions",
    ];

    private readonly NovaJson _json;

    public NovaWire(TwinWorld world)
        : base(world)
    {
        _json = new NovaJson(world);
        Map(
            "GET",
            "/",
            request =>
                WireAnswer.Ok(
                    new JsonObject { ["versions"] = new JsonArray(VersionTwo(request), VersionTwoOne(request)) }
                ),
            Access.Anyone
        );
        Map(
            "GET",
            "/v2.1",
            request =>
                WireAnswer.Ok(new JsonObject { ["version"] = Described(request, VersionTwoOne(request), "2.1") }),
            Access.Anyone
        );
        Map(
            "GET",
            "/v2",
            request => WireAnswer.Ok(new JsonObject { ["version"] = Described(request, VersionTwo(request), "2") }),
            Access.Anyone
        );
        MapServers();
        MapActions();
        MapFlavors();
        MapKeypairs();
        MapHypervisors();
        MapServices();
        MapLimits();
    }

    public override string Role => "nova";

    protected override Microversions Versions =>
        new("compute", "2.1", World.Plan.Release == "zed" ? "2.93" : "2.96", "X-OpenStack-Nova-API-Version");

    protected override IReadOnlyList<string> RequestIdHeaders => ["x-openstack-request-id", "x-compute-request-id"];

    /// <summary>The root is asked before a version is: it names none.</summary>
    protected override bool NamesVersion(OpenStackRequest request, WireAnswer answer) =>
        request.Path is not ("/" or "/v2") && base.NamesVersion(request, answer);

    protected override IReadOnlyList<string> RequestIdHeadersOf(OpenStackRequest request, WireAnswer answer) =>
        request.Path.StartsWith("/v2", StringComparison.Ordinal) ? RequestIdHeaders : [];

    private Nova Nova => World.Compute;

    protected override WireAnswer Error(OpenStackRequest request, int status, string message, string type)
    {
        var kind = status switch
        {
            400 => "badRequest",
            403 => "forbidden",
            404 => "itemNotFound",
            405 => "badMethod",
            409 => "conflictingRequest",
            413 => "overLimit",
            501 => "notImplemented",
            503 => "serviceUnavailable",
            _ => "computeFault",
        };
        var body = new JsonObject
        {
            [kind] = new JsonObject { ["code"] = status, ["message"] = message },
        };
        return WireAnswer.Text(status, WireJson.Write(body, compact: false), "application/json; charset=UTF-8");
    }

    protected override WireAnswer UnsupportedVersion(OpenStackRequest request, string asked)
    {
        if (
            asked.Split('.') is not [var major, var minor]
            || !int.TryParse(major, out _)
            || !int.TryParse(minor, out _)
        )
            return Error(
                request,
                400,
                $"API Version String {asked} is of invalid format. Must be of format MajorNum.MinorNum.",
                ""
            );
        request.Microversion = asked;
        return base.UnsupportedVersion(request, asked);
    }

    protected override WireAnswer Unrouted(OpenStackRequest request, IReadOnlyList<string> allowed)
    {
        var parts = request.Path.Trim('/').Split('/');
        if (parts[0] is not ("v2.1" or "v2"))
            return Choices(request);
        if (parts.Length > 1 && NotHere.Contains(parts[1]))
            return NotEmulated(request);
        if (allowed.Count > 0 && parts.Length > 2)
            return NotEmulated(request);
        return WireAnswer.Html(404, "Not Found", "The resource could not be found.");
    }

    /// <summary>Nova takes a nova-compute that was not heard for a while for down.</summary>
    internal static bool IsUp(TwinWorld world, ComputeNode hypervisor) =>
        hypervisor.Up || world.Now - hypervisor.LastSeen < world.Plan.Physics.HeartbeatTimeout;

    private static ApiRefusal Forbidden(string rule) =>
        new(403, $"Policy doesn't allow os_compute_api:{rule} to be performed.");

    private static void DemandAdmin(OpenStackRequest request, string rule)
    {
        if (!request.Caller.IsAdmin)
            throw Forbidden(rule);
    }

    private static void DemandMember(OpenStackRequest request, string rule)
    {
        if (!request.Caller.HasAny("member", "admin"))
            throw Forbidden(rule);
    }

    private static ApiRefusal BadLimit(string limit) =>
        new(400, $"Invalid input for query parameters limit. Value: {limit}. '{limit}' does not match '^[0-9]*$'");

    private static JsonArray NextLink(OpenStackRequest request, string collection, string marker)
    {
        var kept = request
            .QueryKeys.Where(key => key != "marker")
            .SelectMany(key => request.QueryAll(key).Select(value => $"{key}={Uri.EscapeDataString(value)}"));
        return new JsonArray(
            new JsonObject
            {
                ["rel"] = "next",
                ["href"] = $"{request.Base}/v2.1/{collection}?{string.Join('&', kept)}&marker={marker}",
            }
        );
    }

    private static JsonObject VersionTwo(OpenStackRequest request) =>
        new()
        {
            ["id"] = "v2.0",
            ["status"] = "SUPPORTED",
            ["version"] = "",
            ["min_version"] = "",
            ["updated"] = "2011-01-21T11:33:21Z",
            ["links"] = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/v2/" }),
        };

    private JsonObject VersionTwoOne(OpenStackRequest request) =>
        new()
        {
            ["id"] = "v2.1",
            ["status"] = "CURRENT",
            ["version"] = Versions.Max,
            ["min_version"] = Versions.Min,
            ["updated"] = "2013-07-23T11:33:21Z",
            ["links"] = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/v2.1/" }),
        };

    private static JsonObject Described(OpenStackRequest request, JsonObject version, string number)
    {
        ((JsonArray)version["links"]!).Add(
            new JsonObject
            {
                ["rel"] = "describedby",
                ["type"] = "text/html",
                ["href"] = "http://docs.openstack.org/",
            }
        );
        version["media-types"] = MediaTypes(number);
        return version;
    }

    private static JsonArray MediaTypes(string number) =>
        new(
            new JsonObject
            {
                ["base"] = "application/json",
                ["type"] = $"application/vnd.openstack.compute+json;version={number}",
            }
        );

    private static WireAnswer Choices(OpenStackRequest request) =>
        WireAnswer.Json(
            300,
            new JsonObject
            {
                ["choices"] = new JsonArray(
                    Choice(request, "v2.0", "v2", "SUPPORTED", "2"),
                    Choice(request, "v2.1", "v2.1", "CURRENT", "2.1")
                ),
            }
        );

    private static JsonObject Choice(OpenStackRequest request, string id, string root, string status, string number) =>
        new()
        {
            ["id"] = id,
            ["status"] = status,
            ["links"] = new JsonArray(
                new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/{root}{request.Path}" }
            ),
            ["media-types"] = MediaTypes(number),
        };
}
