using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Secrets;

namespace Acceptance.Cloud.Twin.Wire.Secrets;

/// <summary>Barbican v1: its roots and a project's secrets. A member without the creator role is refused (captures).</summary>
internal sealed class BarbicanWire : OpenStackService
{
    private static readonly HashSet<string> NotHere =
    [
        "consumers",
        "orders",
        "cas",
        "quotas",
        "project-quotas",
        "secret-stores",
        "transport_keys",
        "certificate-authorities",
    ];

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
        Map("GET", "/v1", request => WireAnswer.Ok(new JsonObject { ["version"] = Version(request) }));
        Map("GET", "/v1/secrets", List);
        Map("POST", "/v1/secrets", Store);
        Map("GET", "/v1/secrets/{id}", request => WireAnswer.Ok(Shape(request, Find(request))));
        Map("GET", "/v1/secrets/{id}/payload", Payload);
        Map("DELETE", "/v1/secrets/{id}", Delete);
        Map("GET", "/v1/containers", Containers);
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

    protected override WireAnswer MalformedBody(OpenStackRequest request) => Error(request, 400, "Malformed JSON", "");

    protected override WireAnswer Unrouted(OpenStackRequest request, IReadOnlyList<string> allowed)
    {
        var parts = request.Path.Trim('/').Split('/');
        if (parts[0] == "v1" && request.Token is null)
            return Unauthorized(request);
        if (allowed.Count > 0)
        {
            if ((request.Method == "PUT" && parts.Length == 3) || request.Method == "POST")
                return NotEmulated(request);
            return parts[0] == "v1"
                ? Error(request, 405, "", "").With("Allow", string.Join(", ", allowed))
                : WireAnswer.HtmlMethodNotAllowed(request.Method, allowed);
        }

        if (parts[0] != "v1")
            return WireAnswer.Webob(request, 404, "Not Found", "The resource could not be found.");
        return parts.Any(NotHere.Contains) || parts is [_, "containers" or "secrets", ..]
            ? NotEmulated(request)
            : Error(request, 404, "", "");
    }

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

    private static void Enforce(OpenStackRequest request, string what)
    {
        if (!request.Caller.HasAny("creator", "admin"))
            throw new ApiRefusal(403, $"{what} attempt not allowed - please review your user/project privileges");
    }

    private WireAnswer List(OpenStackRequest request)
    {
        Enforce(request, "Secret(s) retrieval");
        var own = World
            .Secrets.AsEnumerable()
            .Reverse()
            .Where(secret => secret.ProjectId == request.Caller.ProjectId)
            .ToList();
        if (request.Query("name") is { } name)
            own = own.FindAll(secret => secret.Name == name);
        var offset = Number(request, "offset", 0);
        var limit = Math.Min(Number(request, "limit", 10), 100);
        var json = new JsonObject
        {
            ["secrets"] = new JsonArray([.. own.Skip(offset).Take(limit).Select(secret => Shape(request, secret))]),
            ["total"] = own.Count,
        };
        if (offset + limit < own.Count)
            json["next"] = $"{request.Base}/v1/secrets?limit={limit}&offset={offset + limit}";
        if (offset > 0)
            json["previous"] = $"{request.Base}/v1/secrets?limit={limit}&offset={Math.Max(0, offset - limit)}";
        return WireAnswer.Ok(json);
    }

    private static WireAnswer Containers(OpenStackRequest request)
    {
        Enforce(request, "Container(s) retrieval");
        return WireAnswer.Ok(new JsonObject { ["containers"] = new JsonArray(), ["total"] = 0 });
    }

    private WireAnswer Store(OpenStackRequest request)
    {
        Enforce(request, "Secret creation");
        if (request.Header("Content-Type")?.Contains("json", StringComparison.Ordinal) != true)
            throw new ApiRefusal(415, "Unexpected content type. Expected content types are: ['application/json']");
        var json = request.Json();
        var payload = Text(json, "payload");
        var type = Text(json, "payload_content_type");
        if (payload is not null && type is null)
        {
            throw new ApiRefusal(
                400,
                "Provided object does not match schema 'Secret': If 'payload' is supplied, 'payload_content_type' must also be supplied.. "
                    + "Invalid property: 'payload_content_type'"
            );
        }

        var secret = new BarbicanSecret
        {
            Id = World.NewId(),
            Name = Text(json, "name"),
            ProjectId = request.Caller.ProjectId,
            CreatorId = request.Caller.UserId,
            Type = Text(json, "secret_type") ?? "opaque",
            Algorithm = Text(json, "algorithm"),
            Mode = Text(json, "mode"),
            BitLength = json["bit_length"] is JsonValue bits ? bits.GetValue<int>() : null,
            ContentType = type,
            CreatedAt = World.Now,
            Payload =
                payload is null ? null
                : Text(json, "payload_content_encoding") == "base64" ? Convert.FromBase64String(payload)
                : Encoding.UTF8.GetBytes(payload),
        };
        World.Secrets.Add(secret);
        var url = $"{request.Base}/v1/secrets/{secret.Id}";
        return WireAnswer.Json(201, new JsonObject { ["secret_ref"] = url }).With("Location", url);
    }

    private BarbicanSecret Find(OpenStackRequest request)
    {
        var secret =
            World.Secrets.Find(secret => secret.Id == request["id"] && secret.ProjectId == request.Caller.ProjectId)
            ?? throw new ApiRefusal(404, "Not Found. Provided secret id is invalid.");
        Enforce(request, "Secret retrieval");
        return secret;
    }

    private WireAnswer Payload(OpenStackRequest request)
    {
        var secret = Find(request);
        return secret.Payload is { } payload
            ? WireAnswer.Data(
                200,
                payload,
                request.Header("Accept")?.StartsWith("text/plain", StringComparison.Ordinal) == true
                    ? "text/plain; charset=UTF-8"
                    : secret.ContentType ?? "application/octet-stream"
            )
            : throw new ApiRefusal(404, "Not Found. Sorry but your secret has no payload.");
    }

    private WireAnswer Delete(OpenStackRequest request)
    {
        World.Secrets.Remove(Find(request));
        return WireAnswer.Empty(204);
    }

    private static JsonObject Shape(OpenStackRequest request, BarbicanSecret secret)
    {
        var moment = secret.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        var json = new JsonObject
        {
            ["created"] = moment,
            ["updated"] = moment,
            ["status"] = "ACTIVE",
            ["name"] = secret.Name,
            ["secret_type"] = secret.Type,
            ["expiration"] = null,
            ["algorithm"] = secret.Algorithm,
            ["bit_length"] = secret.BitLength,
            ["mode"] = secret.Mode,
            ["creator_id"] = secret.CreatorId,
        };
        if (secret.Payload is not null)
            json["content_types"] = new JsonObject { ["default"] = secret.ContentType };
        json["secret_ref"] = $"{request.Base}/v1/secrets/{secret.Id}";
        return json;
    }

    private static int Number(OpenStackRequest request, string key, int otherwise) =>
        int.TryParse(request.Query(key), CultureInfo.InvariantCulture, out var number) && number >= 0
            ? number
            : otherwise;

    private static string? Text(JsonObject json, string key) =>
        json[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static string Title(int status) =>
        status switch
        {
            400 => "Bad Request",
            403 => "Forbidden",
            404 => "Not Found",
            405 => "Method Not Allowed",
            406 => "Not Acceptable",
            415 => "Unsupported Media Type",
            501 => "Not Implemented",
            _ => "Internal Server Error",
        };
}
