using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Wire.Images;

/// <summary>Glance v2.</summary>
internal sealed class GlanceWire(TwinWorld world)
    : OpenStackService(
        world,
        new GlanceVersions(),
        new ImageRecords(world),
        new ImageTags(world.Images),
        new ImageData(world.Images, world.ImageImports),
        new ImageImport(world.Images, world.ImageImports),
        new ImageTasks(world.Images, world.ImageImports)
    )
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

    public override string Role => "glance";

    protected override IReadOnlyList<string> RequestIdHeaders => ["X-Openstack-Request-Id"];

    protected override bool HeadIsGet => false;

    /// <summary>A page of HTML, unless the client accepts nothing but JSON.</summary>
    protected override WireAnswer Error(OpenStackRequest request, int status, string message, string type) =>
        GlanceAnswer.Error(request, status, message);

    /// <summary>Only what reached the API behind /v2 has an id.</summary>
    protected override IReadOnlyList<string> RequestIdHeadersOf(OpenStackRequest request, WireAnswer answer) =>
        answer.Status != 401 && request.Path.StartsWith("/v2/", StringComparison.Ordinal) || answer.Status == 302
            ? RequestIdHeaders
            : [];

    protected override WireAnswer Unauthorized(OpenStackRequest request) =>
        Error(
                request,
                401,
                "This server could not verify that you are authorized to access the document you requested. "
                    + "Either you supplied the wrong credentials (e.g., bad password), or your browser does not "
                    + "understand how to supply the credentials required.",
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
            return GlanceVersions.Choices(request, 300);
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
            : Error(request, 404, "The resource could not be found.", "");
    }
}
