using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>Nova v2.1 with the microversions of Caracal.</summary>
internal sealed class NovaWire : OpenStackService
{
    private const string LegacyHeader = "X-OpenStack-Nova-API-Version";

    /// <summary>Real resources of Nova that the twin does not have; any other unknown path is Nova's own 404.</summary>
    private static readonly HashSet<string> NotHere =
    [
        "os-server-groups",
        "os-aggregates",
        "os-availability-zone",
        "os-migrations",
        "os-quota-sets",
        "limits",
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

    private readonly Microversions _versions;

    public NovaWire(TwinWorld world)
        : this(world, new Microversions("compute", "2.1", world.Plan.Release == "zed" ? "2.93" : "2.96", LegacyHeader))
    { }

    private NovaWire(TwinWorld world, Microversions versions)
        : base(
            world,
            new ComputeVersions(versions),
            new Servers(world),
            new ServerActions(world.Compute),
            new Flavors(world.Compute),
            new Keypairs(world.Compute),
            new Hypervisors(world),
            new ComputeServices(world),
            new EmptyCollections()
        ) => _versions = versions;

    public override string Role => "nova";

    protected override Microversions Versions => _versions;

    protected override IReadOnlyList<string> RequestIdHeaders => ["x-openstack-request-id", "x-compute-request-id"];

    /// <summary>The root is asked before a version is: it names none.</summary>
    protected override bool NamesVersion(OpenStackRequest request, WireAnswer answer) =>
        request.Path != "/" && !IgnoresVersion(request) && base.NamesVersion(request, answer);

    /// <summary>The legacy API is the routes of v2.1 without microversions: a header that asks for one is passed over.
    /// </summary>
    protected override bool IgnoresVersion(OpenStackRequest request) =>
        request.Path == "/v2" || request.Path.StartsWith("/v2/", StringComparison.Ordinal);

    protected override string Routed(string path) =>
        path.StartsWith("/v2/", StringComparison.Ordinal) && path.Length > 4 ? $"/v2.1/{path[4..]}" : path;

    protected override IReadOnlyList<string> RequestIdHeadersOf(OpenStackRequest request, WireAnswer answer) =>
        request.Path.StartsWith("/v2", StringComparison.Ordinal) ? RequestIdHeaders : [];

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
            return ComputeVersions.Choices(request);
        if (parts.Length > 1 && NotHere.Contains(parts[1]))
            return NotEmulated(request);
        if (allowed.Count > 0 && parts.Length > 2)
            return NotEmulated(request);
        return WireAnswer.Html(404, "Not Found", "The resource could not be found.");
    }
}
