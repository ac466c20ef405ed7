using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Cloud.Twin.Wire.Magnum;

/// <summary>Magnum v1, microversions 1.1 to 1.11: templates, clusters, certificates, node groups.</summary>
internal sealed partial class MagnumWire : OpenStackService
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

    public MagnumWire(TwinWorld world)
        : base(world)
    {
        Map("GET", "/", Root, Access.Anyone);
        Map("HEAD", "/", _ => WireAnswer.Empty(405, "application/json").With("Allow", "GET"), Access.Anyone);
        Map("GET", "/healthcheck", WireAnswer.Healthy, Access.Anyone);
        Map("GET", "/v1", Version, Access.Anyone);
        MapTemplates();
        MapClusters();
        Map("GET", "/v1/certificates/{id}", request => WireAnswer.Ok(Certificate(request, Cluster(request))));
        Map("POST", "/v1/certificates", Sign);
        Map("GET", "/v1/mservices", Services);
        Map("GET", "/v1/stats", Stats);
        Map("GET", "/v1/quotas", _ => WireAnswer.Ok(new JsonObject { ["quotas"] = new JsonArray() }));
        Map("GET", "/v1/federations", _ => WireAnswer.Ok(new JsonObject { ["federations"] = new JsonArray() }));
    }

    public override string Role => "magnum";

    private MagnumModel Model => World.Magnum;

    protected override Microversions Versions =>
        new("container-infra", "1.1", World.Plan.Release == "zed" ? "1.10" : "1.11", ShowsRange: true);

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

    private WireAnswer Root(OpenStackRequest request) =>
        WireAnswer.Ok(
            new JsonObject
            {
                ["name"] = "OpenStack Magnum API",
                ["description"] = "Magnum is an OpenStack project which aims to provide container cluster management.",
                ["versions"] = new JsonArray(
                    new JsonObject
                    {
                        ["id"] = "v1",
                        ["links"] = new JsonArray(
                            new JsonObject { ["href"] = $"{request.Base}/v1/", ["rel"] = "self" }
                        ),
                        ["status"] = "CURRENT",
                        ["max_version"] = Versions.Max,
                        ["min_version"] = Versions.Min,
                    }
                ),
            }
        );

    /// <summary>Bays were what clusters are called now; Zed still names them.</summary>
    private string[] Named =>
        World.Plan.Release == "zed"
            ?
            [
                "clustertemplates",
                "clusters",
                "quotas",
                "certificates",
                "mservices",
                "stats",
                "federations",
                "nodegroups",
                "baymodels",
                "bays",
            ]
            :
            [
                "clustertemplates",
                "clusters",
                "quotas",
                "certificates",
                "mservices",
                "stats",
                "federations",
                "nodegroups",
            ];

    private WireAnswer Version(OpenStackRequest request)
    {
        var body = new JsonObject
        {
            ["id"] = "v1",
            ["media_types"] = new JsonArray(
                new JsonObject { ["base"] = "application/json", ["type"] = "application/vnd.openstack.magnum.v1+json" }
            ),
            ["links"] = new JsonArray(
                new JsonObject { ["href"] = $"{request.Base}/v1/", ["rel"] = "self" },
                new JsonObject
                {
                    ["href"] = "http://docs.openstack.org/developer/magnum/dev/api-spec-v1.html",
                    ["rel"] = "describedby",
                    ["type"] = "text/html",
                }
            ),
        };
        foreach (var name in Named)
        {
            body[name] = new JsonArray(
                new JsonObject { ["href"] = $"{request.Base}/v1/{name}/", ["rel"] = "self" },
                new JsonObject { ["href"] = $"{request.Base}/{name}/", ["rel"] = "bookmark" }
            );
        }

        return WireAnswer.Ok(body);
    }

    private WireAnswer Services(OpenStackRequest request)
    {
        if (!request.Caller.IsAdmin)
            throw new ApiRefusal(403, "Policy doesn't allow magnum-service:get_all to be performed.");
        return WireAnswer.Ok(
            new JsonObject
            {
                ["mservices"] = new JsonArray(
                    new JsonObject
                    {
                        ["host"] = "magnum",
                        ["binary"] = "magnum-conductor",
                        ["state"] = "up",
                        ["id"] = 1,
                        ["report_count"] = 23,
                        ["disabled"] = false,
                        ["disabled_reason"] = null,
                        ["created_at"] = MagnumJson.Time(World.Plan.DeployedAt),
                        ["updated_at"] = MagnumJson.Time(World.Now),
                    }
                ),
            }
        );
    }

    private WireAnswer Stats(OpenStackRequest request)
    {
        var project = request.Query("project_id");
        var counted = Model.Clusters.Where(cluster => project is null || cluster.ProjectId == project).ToArray();
        return WireAnswer.Ok(
            new JsonObject
            {
                ["clusters"] = counted.Length,
                ["nodes"] = counted.Sum(cluster => cluster.NodeCount + cluster.MasterCount),
            }
        );
    }

    private JsonObject Certificate(OpenStackRequest request, MagnumCluster cluster) =>
        new()
        {
            ["bay_uuid"] = cluster.Id,
            ["cluster_uuid"] = cluster.Id,
            ["links"] = MagnumJson.Links(request.Base, "certificates", cluster.Id),
            ["pem"] = Model.SigningAuthority(cluster.Id)!.ExportCertificatePem() + "\n",
        };

    private WireAnswer Sign(OpenStackRequest request)
    {
        var body = request.Json();
        var cluster = Find(request, (string?)body["cluster_uuid"] ?? "");
        var csr = (string?)body["csr"] ?? "";
        string signed;
        try
        {
            signed = World.Pki.SignClient(Model.SigningAuthority(cluster.Id)!, csr);
        }
        catch (Exception unreadable)
            when (unreadable is System.Security.Cryptography.CryptographicException or ArgumentException)
        {
            throw new ApiRefusal(400, "Received csr is not valid.");
        }

        return WireAnswer.Json(
            201,
            new JsonObject
            {
                ["bay_uuid"] = cluster.Id,
                ["cluster_uuid"] = cluster.Id,
                ["links"] = MagnumJson.Links(request.Base, "certificates", cluster.Id),
                ["csr"] = csr,
                ["pem"] = signed + "\n",
            }
        );
    }
}
