using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Images;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>Glance v2.</summary>
internal sealed partial class GlanceWire : OpenStackService
{
    private static readonly HashSet<string> NotHere =
    [
        "metadefs",
        "schemas",
        "cache",
        "queued_images",
        "cached_images",
        "discovery",
        "info",
    ];

    public GlanceWire(TwinWorld world)
        : base(world)
    {
        Map("GET", "/", request => Choices(request, 300), Access.Anyone);
        Map("HEAD", "/", request => Choices(request, 300), Access.Anyone);
        Map("GET", "/versions", request => Choices(request, 200), Access.Anyone);
        Map("GET", "/healthcheck", WireAnswer.Healthy, Access.Anyone);
        Map(
            "GET",
            "/v2",
            request =>
                request.Path.EndsWith('/')
                    ? NoSuchPath(request)
                    : WireAnswer.Empty(302, "text/plain; charset=utf8").With("Location", $"{request.Base}/v2/")
        );
        MapImages();
        MapData();
        MapTasks();
    }

    public override string Role => "glance";

    protected override IReadOnlyList<string> RequestIdHeaders => ["X-Openstack-Request-Id"];

    protected override bool HeadIsGet => false;

    private ImagesModel Images => World.Images;

    /// <summary>A page of HTML, unless the client accepts nothing but JSON.</summary>
    protected override WireAnswer Error(OpenStackRequest request, int status, string message, string type) =>
        WireAnswer.Webob(request, status, Title(status), message);

    /// <summary>Only what reached the API behind /v2 has an id.</summary>
    protected override IReadOnlyList<string> RequestIdHeadersOf(OpenStackRequest request, WireAnswer answer) =>
        answer.Status != 401 && request.Path.StartsWith("/v2/", StringComparison.Ordinal) || answer.Status == 302
            ? RequestIdHeaders
            : [];

    protected override WireAnswer Unauthorized(OpenStackRequest request) =>
        Error(
                request,
                401,
                "This server could not verify that you are authorized to access the document you requested. Either you supplied the wrong credentials "
                    + "(e.g., bad password), or your browser does not understand how to supply the credentials required.",
                ""
            )
            .With("Www-Authenticate", KeystoneRealm);

    protected override WireAnswer MalformedBody(OpenStackRequest request) =>
        Error(request, 400, "Malformed JSON in request body.", "");

    /// <summary>Outside of /v2 Glance shows its versions, whatever was asked.</summary>
    protected override WireAnswer Unrouted(OpenStackRequest request, IReadOnlyList<string> allowed)
    {
        var parts = request.Path.Trim('/').Split('/');
        if (parts[0] != "v2")
            return Choices(request, 300);
        if (request.Token is null)
            return Unauthorized(request);
        if (allowed.Count > 0)
            return WireAnswer.HtmlMethodNotAllowed(request.Method, allowed);
        return
            NotHere.Contains(parts[1])
            || parts.Contains("members")
            || parts.Contains("actions")
            || parts.Contains("locations")
            ? NotEmulated(request)
            : NoSuchPath(request);
    }

    private WireAnswer NoSuchPath(OpenStackRequest request) =>
        Error(request, 404, "The resource could not be found.", "");

    private static WireAnswer Choices(OpenStackRequest request, int status)
    {
        var versions = new JsonArray();
        foreach (
            var version in (string[])["v2.15", "v2.9", "v2.7", "v2.6", "v2.5", "v2.4", "v2.3", "v2.2", "v2.1", "v2.0"]
        )
        {
            versions.Add(
                new JsonObject
                {
                    ["id"] = version,
                    ["status"] = versions.Count == 0 ? "CURRENT" : "SUPPORTED",
                    ["links"] = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/v2/" }),
                }
            );
        }

        return WireAnswer.Json(status, new JsonObject { ["versions"] = versions });
    }

    private static string Title(int status) =>
        status switch
        {
            400 => "Bad Request",
            401 => "Unauthorized",
            403 => "Forbidden",
            404 => "Not Found",
            409 => "Conflict",
            415 => "Unsupported Media Type",
            501 => "Not Implemented",
            _ => "Internal Server Error",
        };
}
