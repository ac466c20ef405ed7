using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Wire.Volumes;

/// <summary>
/// Cinder v3 as the gates meet it: its roots and its health. Nothing of the mission asks it for a volume.
/// </summary>
internal sealed class CinderWire : OpenStackService
{
    public CinderWire(TwinWorld world)
        : base(world)
    {
        Map("GET", "/", request => WireAnswer.Json(300, Version(request)), Access.Anyone);
        Map("HEAD", "/", request => WireAnswer.Json(300, Version(request)), Access.Anyone);
        Map("GET", "/healthcheck", WireAnswer.Healthy, Access.Anyone);
        Map(
            "GET",
            "/v3",
            request =>
                request.Path.EndsWith('/')
                    ? WireAnswer.Ok(Version(request))
                    : WireAnswer.Empty(302, "text/plain; charset=utf8").With("Location", $"{request.Base}/v3/")
        );
    }

    public override string Role => "cinder";

    protected override Microversions Versions { get; } = new("volume", "3.0", "3.70");

    protected override bool HeadIsGet => false;

    /// <summary>
    /// What the API itself answered has a second id and names its version; redirects, unknown paths and health do
    /// not.
    /// </summary>
    protected override IReadOnlyList<string> RequestIdHeadersOf(OpenStackRequest request, WireAnswer answer) =>
        OfApi(request, answer) && answer.Body is not null
            ? ["x-compute-request-id", "x-openstack-request-id"]
            : ["x-openstack-request-id"];

    protected override bool NamesVersion(OpenStackRequest request, WireAnswer answer) =>
        base.NamesVersion(request, answer) && OfApi(request, answer);

    protected override WireAnswer Error(OpenStackRequest request, int status, string message, string type)
    {
        var name = status == 400 ? "badRequest" : "computeFault";
        return WireAnswer.Json(
            status,
            new JsonObject
            {
                [name] = new JsonObject { ["code"] = status, ["message"] = message },
            }
        );
    }

    private static bool OfApi(OpenStackRequest request, WireAnswer answer) =>
        answer.Status is not (302 or 401)
        && (answer.Body is not null || request.Method == "DELETE")
        && answer.Body?["code"]?.GetValueKind() != System.Text.Json.JsonValueKind.String
        && request.Path != "/healthcheck";

    protected override WireAnswer Unrouted(OpenStackRequest request, IReadOnlyList<string> allowed)
    {
        if (request.Path.Trim('/').Split('/')[0] != "v3")
            return WireAnswer.Webob(request, 404, "Not Found", "The resource could not be found.");
        return request.Token is null ? Unauthorized(request) : NotEmulated(request);
    }

    private static JsonObject Version(OpenStackRequest request) =>
        new()
        {
            ["versions"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = "v3.0",
                    ["status"] = "CURRENT",
                    ["version"] = "3.70",
                    ["min_version"] = "3.0",
                    ["updated"] = "2022-08-31T00:00:00Z",
                    ["links"] = new JsonArray(
                        new JsonObject
                        {
                            ["rel"] = "describedby",
                            ["type"] = "text/html",
                            ["href"] = "https://docs.openstack.org/",
                        },
                        new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/v3/" }
                    ),
                    ["media-types"] = new JsonArray(
                        new JsonObject
                        {
                            ["base"] = "application/json",
                            ["type"] = "application/vnd.openstack.volume+json;version=3",
                        }
                    ),
                }
            ),
        };
}
