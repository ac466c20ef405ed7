using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Keystone v3.</summary>
internal sealed class KeystoneWire(TwinWorld world)
    : OpenStackService(
        world,
        new KeystoneRoot(),
        new Tokens(world),
        new TokenScopes(world.Identity),
        new Projects(world.Identity),
        new ProjectTags(world.Identity),
        new Domains(world.Identity),
        new Users(world.Identity),
        new ApplicationCredentials(world.Identity),
        new Trusts(world),
        new Roles(world.Identity),
        new Grants(world.Identity),
        new Services(world.Identity),
        new Endpoints(world.Identity)
    )
{
    /// <summary>
    /// Real resources of Keystone that the twin does not have: not emulated, where an unknown path is 404.
    /// </summary>
    private static readonly HashSet<string> NotHere =
    [
        "policies",
        "limits",
        "registered_limits",
        "limits-model",
        "OS-TRUST",
        "OS-FEDERATION",
        "OS-EP-FILTER",
        "OS-REVOKE",
        "OS-INHERIT",
        "OS-PKI",
        "OS-OAUTH1",
        "OS-OAUTH2",
        "OS-SIMPLE-CERT",
        "ec2tokens",
        "s3tokens",
        "role_inferences",
        "system",
        "access_rules",
        "groups",
        "credentials",
        "regions",
    ];

    public override string Role => "keystone";

    protected override bool CompactJson => true;

    protected override IReadOnlyList<(string Name, string Value)> Always => [("Vary", "X-Auth-Token")];

    protected override string? Reason(int status) =>
        status switch
        {
            200 => "OK",
            201 => "CREATED",
            204 => "NO CONTENT",
            300 => "MULTIPLE CHOICES",
            400 => "BAD REQUEST",
            401 => "UNAUTHORIZED",
            403 => "FORBIDDEN",
            404 => "NOT FOUND",
            405 => "METHOD NOT ALLOWED",
            409 => "CONFLICT",
            _ => null,
        };

    protected override WireAnswer Error(OpenStackRequest request, int status, string message, string type) =>
        WireAnswer.Json(
            status,
            new JsonObject
            {
                ["error"] = new JsonObject
                {
                    ["code"] = status,
                    ["message"] = message,
                    ["title"] = Title(status),
                },
            }
        );

    protected override WireAnswer Unauthorized(OpenStackRequest request) =>
        Error(request, 401, "The request you have made requires authentication.", "")
            .With("WWW-Authenticate", KeystoneRealm);

    protected override WireAnswer MalformedBody(OpenStackRequest request) =>
        Error(request, 400, KeystoneBody.Malformed("valid JSON", "request body"), "");

    protected override WireAnswer Options(OpenStackRequest request) =>
        WireAnswer.Empty(200, "text/html; charset=utf-8").With("Allow", "GET, HEAD, POST, OPTIONS");

    protected override WireAnswer Unrouted(OpenStackRequest request, IReadOnlyList<string> allowed)
    {
        if (allowed.Count > 0)
        {
            // PATCH, POST and DELETE exist upstream wherever there is something to read; the rest does not.
            if (request.Method is "PATCH" or "POST" or "DELETE")
                return NotEmulated(request);
            return WireAnswer
                .Json(405, new JsonObject { ["message"] = "The method is not allowed for the requested URL." })
                .With("Allow", string.Join(", ", allowed.Append("OPTIONS")));
        }

        return
            request.Path.Trim('/').Split('/') is ["v3", var resource, .. var rest]
            && (NotHere.Contains(resource) || rest.Any(NotHere.Contains))
            ? NotEmulated(request)
            : WireAnswer.Text(404, NoSuchPage, "text/html; charset=utf-8");
    }

    private const string NoSuchPage =
        "<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n"
        + "<p>The requested URL was not found on the server. "
        + "If you entered the URL manually please check your spelling and try again.</p>\n";

    private static string Title(int status) =>
        status switch
        {
            400 => "Bad Request",
            401 => "Unauthorized",
            403 => "Forbidden",
            404 => "Not Found",
            409 => "Conflict",
            501 => "Not Implemented",
            _ => "Internal Server Error",
        };
}
