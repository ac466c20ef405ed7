using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Wire.Magnum;

/// <summary>Magnum v1, microversions 1.1 to 1.11: templates, clusters, certificates, node groups.</summary>
internal sealed class MagnumWire : OpenStackService
{
    private static readonly HashSet<string> Collections =
    [
        "clusters",
        "clustertemplates",
        "certificates",
        "mservices",
        "stats",
        "quotas",
        "federations",
        "baymodels",
        "bays",
    ];

    private readonly Microversions _versions;

    public MagnumWire(TwinWorld world)
        : this(world, new Microversions("container-infra", "1.1", IsZed(world) ? "1.10" : "1.11", ShowsRange: true)) { }

    private MagnumWire(TwinWorld world, Microversions versions)
        : base(
            world,
            new MagnumRoot(versions, IsZed(world)),
            new ClusterTemplates(world),
            new Clusters(world),
            new NodeGroups(world.Magnum),
            new Certificates(world)
        ) => _versions = versions;

    public override string Role => "magnum";

    protected override Microversions Versions => _versions;

    protected override bool TokenBeforeRouting => true;

    protected override bool HeadIsGet => false;

    protected override bool NamesVersion(OpenStackRequest request, WireAnswer answer) =>
        request.Path is not ("/" or "/healthcheck") && base.NamesVersion(request, answer);

    protected override IReadOnlyList<string> RequestIdHeadersOf(OpenStackRequest request, WireAnswer answer) =>
        request.Path == "/healthcheck" ? [] : RequestIdHeaders;

    /// <summary>The title is the first sentence of the detail, without its stop.</summary>
    protected override WireAnswer Error(OpenStackRequest request, int status, string message, string type)
    {
        var stop = message.IndexOf(". ", StringComparison.Ordinal);
        var error = new JsonObject
        {
            ["request_id"] = "",
            ["code"] =
                message.Length == 0 ? ""
                : status < 500 ? "client"
                : "server",
            ["status"] = status,
            ["title"] = stop < 0 ? message.TrimEnd('.') : message[..stop],
            ["detail"] = message,
            ["links"] = new JsonArray(),
        };
        return WireAnswer.Json(status, new JsonObject { ["errors"] = new JsonArray(error) });
    }

    /// <summary>The one error of Magnum with a shape of its own; what is no version at all has its empty one.</summary>
    protected override WireAnswer UnsupportedVersion(OpenStackRequest request, string asked) =>
        WireAnswer.Json(
            406,
            new JsonObject
            {
                ["errors"] = new JsonArray(
                    new JsonObject
                    {
                        ["max_version"] = Versions.Max,
                        ["min_version"] = Versions.Min,
                        ["code"] = "magnum.microversion-unsupported",
                        ["links"] = new JsonArray(
                            new JsonObject
                            {
                                ["rel"] = "help",
                                ["href"] = "http://docs.openstack.org/api-guide/compute/microversions.html",
                            }
                        ),
                        ["title"] = "Requested microversion is unsupported",
                    }
                ),
            }
        );

    protected override WireAnswer MalformedVersion(OpenStackRequest request, string asked) =>
        Error(request, 406, "", "");

    protected override WireAnswer MalformedBody(OpenStackRequest request) =>
        Error(request, 400, "Request is not in valid JSON format", "");

    protected override WireAnswer Unrouted(OpenStackRequest request, IReadOnlyList<string> allowed)
    {
        var parts = request.Path.Trim('/').Split('/');
        if (request.Method is "HEAD" or "PUT" && request.Token is not null && parts is ["v1", "clusters"])
            return (
                request.Method == "PUT" ? Error(request, 405, "", "") : WireAnswer.Empty(405, "application/json")
            ).With("Allow", "DELETE, GET, PATCH, POST");
        if (request.Method == "PATCH" && parts is ["v1", "clusters"])
            return Error(request, 400, "Missing argument: \"cluster_ident\"", "");
        if (request.Method == "HEAD" && allowed.Count > 0)
            return WireAnswer.Empty(405, "application/json").With("Allow", string.Join(", ", allowed));
        return parts is ["v1", var collection, ..] && Collections.Contains(collection)
            ? NotEmulated(request)
            : Error(request, 404, "", "");
    }

    private static bool IsZed(TwinWorld world) => world.Plan.Release == "zed";
}
