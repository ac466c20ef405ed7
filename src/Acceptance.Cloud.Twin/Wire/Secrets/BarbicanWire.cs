using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Secrets;

namespace Acceptance.Cloud.Twin.Wire.Secrets;

/// <summary>
/// Barbican v1 as the gates meet it: its roots, its health, and a secret stored and taken away (D-067). Nothing of the
/// mission asks it for one.
/// </summary>
internal sealed class BarbicanWire : OpenStackService
{
    public BarbicanWire(TwinWorld world)
        : base(world)
    {
        Map(
            "GET",
            "/",
            request =>
                WireAnswer.Json(
                    300,
                    new JsonObject { ["versions"] = new JsonObject { ["values"] = new JsonArray(Version(request)) } }
                ),
            Access.Anyone
        );
        Map("GET", "/healthcheck", WireAnswer.Healthy, Access.Anyone);
        Map("POST", "/v1/secrets", Store);
        Map("DELETE", "/v1/secrets/{id}", Delete);
        Map("GET", "/v1", request => WireAnswer.Ok(new JsonObject { ["version"] = Version(request) }));
    }

    public override string Role => "barbican";

    protected override Microversions Versions { get; } = new("key-manager", "1.0", "1.0", Lowercase: true);

    protected override bool HeadIsGet => false;

    protected override IReadOnlyList<string> RequestIdHeadersOf(OpenStackRequest request, WireAnswer answer) =>
        answer.Status != 401 && request.Path.StartsWith("/v1", StringComparison.Ordinal) ? RequestIdHeaders : [];

    /// <summary>All but health and the middleware's 401, unknown paths too.</summary>
    protected override bool NamesVersion(OpenStackRequest request, WireAnswer answer)
    {
        if (request.Microversion.Length == 0)
            request.Microversion = Versions.Min;
        return answer.Status != 401 && request.Method != "OPTIONS" && request.Path != "/healthcheck";
    }

    protected override WireAnswer Error(OpenStackRequest request, int status, string message, string type) =>
        WireAnswer.Json(
            status,
            new JsonObject
            {
                ["code"] = status,
                ["title"] = Title(status),
                ["description"] = message,
            }
        );

    protected override WireAnswer Unrouted(OpenStackRequest request, IReadOnlyList<string> allowed)
    {
        var known = request.Path.Trim('/').Split('/')[0] == "v1";
        if (known && request.Token is null)
            return Unauthorized(request);
        // A secret can be listed, read and filled upstream.
        if (request.Path.StartsWith("/v1/secrets", StringComparison.Ordinal) && request.Method is "GET" or "PUT")
            return NotEmulated(request);
        if (allowed.Count > 0)
            return known
                ? Error(request, 405, "", "").With("Allow", string.Join(", ", allowed))
                : WireAnswer.HtmlMethodNotAllowed(request.Method, allowed);
        return known
            ? NotEmulated(request)
            : WireAnswer.Webob(request, 404, "Not Found", "The resource could not be found.");
    }

    private WireAnswer Store(OpenStackRequest request)
    {
        var body = request.Json();
        if (!request.Caller.HasAny("admin", "creator"))
            throw new ApiRefusal(
                403,
                "Secret creation attempt not allowed - please review your user/project privileges"
            );
        try
        {
            var stored = World.Secrets.Store((string?)body["name"], request.Caller.ProjectId, Expiry(body));
            var href = $"{request.Base}/v1/secrets/{stored.Id}";
            return WireAnswer.Json(201, new JsonObject { ["secret_ref"] = href }).With("Location", href);
        }
        catch (SecretStoreDownException failed)
        {
            throw new ApiRefusal(500, failed.Message);
        }
    }

    private static DateTimeOffset? Expiry(JsonObject body) =>
        (string?)body["expiration"] is { } until
            ? DateTimeOffset.Parse(until, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;

    private WireAnswer Delete(OpenStackRequest request) =>
        World.Secrets.All.RemoveAll(secret =>
            secret.Id == request["id"] && (secret.ProjectId == request.Caller.ProjectId || request.Caller.IsAdmin)
        ) > 0
            ? WireAnswer.Empty(204)
            : throw new ApiRefusal(404, "Not Found. Sorry but your secret is in another castle.");

    private static JsonObject Version(OpenStackRequest request) =>
        new()
        {
            ["id"] = "v1",
            ["status"] = "stable",
            ["links"] = new JsonArray(
                new JsonObject { ["rel"] = "self", ["href"] = $"{request.Base}/v1/" },
                new JsonObject
                {
                    ["rel"] = "describedby",
                    ["type"] = "text/html",
                    ["href"] = "https://docs.openstack.org/",
                }
            ),
            ["media-types"] = new JsonArray(
                new JsonObject
                {
                    ["base"] = "application/json",
                    ["type"] = "application/vnd.openstack.key-manager-v1+json",
                }
            ),
        };

    private static string Title(int status) =>
        status switch
        {
            400 => "Bad Request",
            403 => "Forbidden",
            404 => "Not Found",
            405 => "Method Not Allowed",
            501 => "Not Implemented",
            _ => "Internal Server Error",
        };
}
