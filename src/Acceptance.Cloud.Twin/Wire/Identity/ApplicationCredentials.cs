using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneAnswer;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneBody;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystonePolicy;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Application credentials: their owner's, in the project of the token they were made with.</summary>
internal sealed class ApplicationCredentials(IdentityModel identity) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v3/users/{id}/application_credentials", List),
            Route.Get("/v3/users/{id}/application_credentials/{credential}", Show),
            Route.Post("/v3/users/{id}/application_credentials", Create),
            Route.Delete("/v3/users/{id}/application_credentials/{credential}", Delete),
        ];

    private WireAnswer List(OpenStackRequest request)
    {
        Enforce(request, "list_application_credentials", request["id"] == request.Caller.UserId);
        var own = identity.AppCredentials.All.Where(credential => credential.User.Id == request["id"]);
        return Listed(
            request,
            "application_credentials",
            KeystoneQuery.Filter(request, own, credential => credential.Name, _ => true),
            credential => KeystoneJson.AppCredential(credential, Root(request), false)
        );
    }

    private WireAnswer Show(OpenStackRequest request)
    {
        Enforce(request, "get_application_credential", request["id"] == request.Caller.UserId);
        return WireAnswer.Ok(
            new JsonObject
            {
                ["application_credential"] = KeystoneJson.AppCredential(Find(request), Root(request), false),
            }
        );
    }

    private WireAnswer Create(OpenStackRequest request)
    {
        var project = DemandOwner(request);
        var json = request.Json("application_credential");
        var credential = identity.AppCredentials.Mint(
            request.Caller.User,
            project,
            [.. (json["roles"] as JsonArray ?? []).Select(role => RoleNamed(role as JsonObject ?? []))],
            Required(json, "name"),
            Text(json, "secret"),
            Text(json, "description"),
            Expiry(json),
            json["unrestricted"] is JsonValue flag && flag.GetValue<bool>()
        );
        return Made("application_credential", KeystoneJson.AppCredential(credential, Root(request), true));
    }

    private static DateTimeOffset? Expiry(JsonObject json) =>
        Text(json, "expires_at") is { } until
            ? DateTimeOffset.Parse(until, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;

    /// <summary>The project of the caller, who is the user of the path and holds no restricted credential.</summary>
    private static KeystoneProject DemandOwner(OpenStackRequest request)
    {
        var caller = request.Caller;
        if (request["id"] != caller.UserId || caller.Project is not { } project)
            throw new ApiRefusal(
                403,
                "You are not authorized to perform the requested action: identity:create_application_credential."
            );
        if (caller.AppCredential is { Unrestricted: false })
        {
            throw new ApiRefusal(
                403,
                "Using method 'application_credential' is not allowed for managing additional application credentials."
            );
        }

        return project;
    }

    /// <summary>
    /// An id or name that is no role of the user's is refused in the words for an unassigned role, as Keystone does.
    /// </summary>
    private string RoleNamed(JsonObject given) =>
        identity
            .Grants.Roles.Find(role =>
                role.Id == Text(given, "id") || (Text(given, "name") is { } name && Same(role.Name, name))
            )
            ?.Id
        ?? throw new ApiRefusal(
            400,
            "Invalid application credential: Cannot create an application credential with unassigned role"
        );

    private WireAnswer Delete(OpenStackRequest request)
    {
        Enforce(request, "delete_application_credential", request["id"] == request.Caller.UserId);
        identity.AppCredentials.All.Remove(Find(request));
        return WireAnswer.Empty(204);
    }

    private AppCredential Find(OpenStackRequest request) =>
        identity.AppCredentials.All.Find(credential =>
            credential.User.Id == request["id"] && credential.Id == request["credential"]
        ) ?? throw new ApiRefusal(404, $"Could not find Application Credential: {request["credential"]}.");
}
