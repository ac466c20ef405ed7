using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Identity;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneAnswer;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneBody;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>
/// /v3/OS-TRUST/trusts: made by the trustor alone, admin or not, under the policy of the units' files (D-065), and
/// never by an application credential (D-066). The policy is asked first; a refusal stands in the sentence of a
/// forbidden action, whose full stop comes after its own (keystone, api/trusts.py and exception.py).
/// </summary>
internal sealed class Trusts(TwinWorld world) : IResource
{
    private const string Collection = "/v3/OS-TRUST/trusts";

    public IReadOnlyList<Route> Routes => [Route.Post(Collection, Create), Route.Delete(Collection + "/{id}", Delete)];

    private IdentityModel Identity => world.Identity;

    private WireAnswer Create(OpenStackRequest request)
    {
        var caller = request.Caller;
        var json = request.Json("trust");
        var trustor = Required(json, "trustor_user_id");
        if (trustor != caller.UserId || !world.TrustPolicy.LetsTheTrustor)
            throw Forbidden("identity:create_trust");
        DemandNoAppCredential(caller);
        var trust = new KeystoneTrust(
            world.NewHexId(),
            caller.User,
            Identity.User(Required(json, "trustee_user_id")),
            Text(json, "project_id") is { } project ? Identity.Project(project) : null,
            Roles(caller, json),
            json["impersonation"]?.GetValue<bool>() ?? false,
            Text(json, "expires_at") is { } until
                ? DateTimeOffset.Parse(until, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                : null
        );
        Identity.Trusts.Add(trust);
        return Made("trust", KeystoneJson.Trust(trust, Root(request)));
    }

    private static IReadOnlyList<KeystoneRole> Roles(TokenGrant caller, JsonObject json) =>
        [
            .. (json["roles"] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Select(given =>
                    caller.Roles.FirstOrDefault(role =>
                        role.Id == Text(given, "id") || Same(role.Name, Text(given, "name"))
                    ) ?? throw new ApiRefusal(404, $"Could not find role: {Text(given, "name") ?? Text(given, "id")}.")
                ),
        ];

    private WireAnswer Delete(OpenStackRequest request)
    {
        var trust =
            Identity.Trusts.Find(one => one.Id == request["id"])
            ?? throw new ApiRefusal(404, $"Could not find trust: {request["id"]}.");
        if (trust.Trustor != request.Caller.User && !request.Caller.IsAdmin)
            throw Forbidden("identity:delete_trust");
        DemandNoAppCredential(request.Caller);
        Identity.Trusts.Remove(trust);
        return WireAnswer.Empty(204);
    }

    private static void DemandNoAppCredential(TokenGrant caller)
    {
        if (caller.AppCredential is not null)
            throw Forbidden("Using method 'application_credential' is not allowed for managing trusts.");
    }

    private static ApiRefusal Forbidden(string action) =>
        new(403, $"You are not authorized to perform the requested action: {action}.");
}
