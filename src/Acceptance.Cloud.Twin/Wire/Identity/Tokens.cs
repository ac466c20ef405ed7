using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Identity;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneBody;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystonePolicy;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>/v3/auth/tokens: who proves what, and what the token then stands for.</summary>
internal sealed class Tokens(TwinWorld world) : IResource
{
    private static readonly ApiRefusal NotYou = new(401, "The request you have made requires authentication.");

    private readonly IdentityModel _identity = world.Identity;

    public IReadOnlyList<Route> Routes =>
        [
            Route.Post("/v3/auth/tokens", Authenticate).ForAnyone(),
            Route.Get("/v3/auth/tokens", Validate),
            Route.Head("/v3/auth/tokens", Validate),
            Route.Delete("/v3/auth/tokens", Revoke),
        ];

    private WireAnswer Authenticate(OpenStackRequest request)
    {
        if (
            request.Bytes.Length > 0
            && request.Http.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
                != true
        )
            throw new ApiRefusal(400, Malformed("application/json", "Content-Type header"));
        var auth =
            (request.Bytes.Length == 0 ? null : request.Json()["auth"]) as JsonObject
            ?? throw new ApiRefusal(400, Malformed("auth", "request body"));
        var identity =
            auth["identity"] as JsonObject
            ?? throw new ApiRefusal(400, "'identity' is a required property\n\nFailed validating 'required' in schema");
        var method = (identity["methods"] as JsonArray)?.FirstOrDefault()?.GetValue<string>() ?? "";
        var proof = identity[method] as JsonObject ?? throw new ApiRefusal(400, Malformed(method, "identity"));
        var grant = method switch
        {
            "password" => Scoped(Password(proof), auth["scope"], null),
            "token" => Rescoped(proof, auth["scope"]),
            "application_credential" => WithCredential(proof, auth["scope"]),
            _ => throw NotYou,
        };
        return Answered(request, 201, grant ?? throw NotYou);
    }

    private KeystoneUser Password(JsonObject proof)
    {
        var given = proof["user"] as JsonObject ?? throw new ApiRefusal(400, Malformed("user", "password"));
        var user = _identity.Users.Find(user => Names(given, user.Id, user.Name, user.Domain));
        return user is { Enabled: true } && user.Domain.Enabled && user.Password == Text(given, "password")
            ? user
            : throw NotYou;
    }

    private TokenGrant? Rescoped(JsonObject proof, JsonNode? scope)
    {
        var from = _identity.Tokens.Find(Text(proof, "id") ?? "") ?? throw NotYou;
        // A token of an application credential stays on its project.
        if (from.AppCredential is not null)
            throw NotYou;
        return Scoped(from.User, scope, from);
    }

    private TokenGrant? WithCredential(JsonObject proof, JsonNode? scope)
    {
        var owner = proof["user"] as JsonObject;
        var credential = _identity.AppCredentials.All.Find(credential =>
            Text(proof, "id") is { } id
                ? credential.Id == id
                : credential.Name == Text(proof, "name")
                    && owner is not null
                    && Names(owner, credential.User.Id, credential.User.Name, credential.User.Domain)
        );
        if (
            credential is null
            || credential.Secret != Text(proof, "secret")
            || !credential.User.Enabled
            || credential.ExpiresAt <= world.Now
        )
            return null;
        if (scope is not null)
            throw new ApiRefusal(401, "Application credentials cannot request a scope.");
        return _identity.Tokens.Issue(credential.User, credential.Project, null, false, credential);
    }

    private TokenGrant? Scoped(KeystoneUser user, JsonNode? scope, TokenGrant? from)
    {
        if (scope is not JsonObject wanted)
        {
            var home =
                scope is null && from is null
                    ? _identity.Projects.Find(project => project.Id == user.DefaultProjectId)
                    : null;
            return (home is null ? null : _identity.Tokens.Issue(user, home, null, false))
                ?? _identity.Tokens.Issue(user, null, null, false, from: from);
        }

        if (wanted["system"] is JsonObject)
            return _identity.Tokens.Issue(user, null, null, true, from: from);
        if (wanted["project"] is JsonObject project)
        {
            var found = _identity.Projects.Find(one => Names(project, one.Id, one.Name, one.Domain));
            return found is { Enabled: true } && found.Domain.Enabled
                ? _identity.Tokens.Issue(user, found, null, false, from: from)
                : null;
        }

        if (wanted["domain"] is not JsonObject domain)
            throw new ApiRefusal(400, Malformed("project, domain or system", "scope"));
        var where = _identity.Domains.Find(one =>
            Text(domain, "id") is { } id ? one.Id == id : Same(one.Name, Text(domain, "name"))
        );
        return where is { Enabled: true } ? _identity.Tokens.Issue(user, null, where, false, from: from) : null;
    }

    private WireAnswer Validate(OpenStackRequest request)
    {
        var grant = Subject(request);
        Enforce(request, "validate_token", grant.User == request.Caller.User || request.Caller.Has("service"));
        return Answered(request, 200, grant);
    }

    private WireAnswer Revoke(OpenStackRequest request)
    {
        var grant = Subject(request);
        Enforce(request, "revoke_token", grant.User == request.Caller.User);
        _identity.Tokens.Revoke(grant.Id);
        return WireAnswer.Empty(204);
    }

    private TokenGrant Subject(OpenStackRequest request)
    {
        var id = request.Header("X-Subject-Token") ?? throw new ApiRefusal(404, "Could not recognize Fernet token");
        return _identity.Tokens.Find(id)
            ?? throw new ApiRefusal(
                404,
                _identity.Tokens.WasIssued(id) ? "Failed to validate token" : "Could not recognize Fernet token"
            );
    }

    private WireAnswer Answered(OpenStackRequest request, int status, TokenGrant grant) =>
        WireAnswer
            .Json(
                status,
                new JsonObject
                {
                    ["token"] = KeystoneJson.Token(grant, _identity, !request.QueryKeys.Contains("nocatalog")),
                }
            )
            .With("X-Subject-Token", grant.Id);

    /// <summary>By id, or by name within a domain named by id or name.</summary>
    private static bool Names(JsonObject given, string id, string name, KeystoneDomain domain)
    {
        if (Text(given, "id") is { } wanted)
            return wanted == id;
        if (!Same(name, Text(given, "name")) || given["domain"] is not JsonObject where)
            return false;
        return Text(where, "id") is { } domainId ? domainId == domain.Id : Same(domain.Name, Text(where, "name"));
    }
}
