using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneAnswer;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>What the caller's token is good for, and may be exchanged for.</summary>
internal sealed class TokenScopes(IdentityModel identity) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v3/auth/catalog", Catalog),
            Route.Get("/v3/auth/projects", Projects),
            Route.Get("/v3/auth/domains", Domains),
            Route.Get("/v3/auth/system", System),
        ];

    private WireAnswer Catalog(OpenStackRequest request) =>
        WireAnswer.Ok(
            new JsonObject
            {
                ["catalog"] = KeystoneJson.Catalog(request.Caller, identity),
                ["links"] = KeystoneJson.Self($"{Root(request)}/auth/catalog"),
            }
        );

    private WireAnswer Projects(OpenStackRequest request) =>
        Listed(
            request,
            "projects",
            identity.Projects.Where(project => Holds(request.Caller, project, null)),
            project => KeystoneJson.Project(project, Root(request))
        );

    private WireAnswer Domains(OpenStackRequest request) =>
        Listed(
            request,
            "domains",
            identity.Domains.Where(domain => Holds(request.Caller, null, domain)),
            domain => KeystoneJson.Domain(domain, Root(request))
        );

    private WireAnswer System(OpenStackRequest request) =>
        WireAnswer.Ok(
            new JsonObject
            {
                ["system"] = Holds(request.Caller, null, null)
                    ? new JsonArray(new JsonObject { ["all"] = true })
                    : new JsonArray(),
                ["links"] = KeystoneJson.Self($"{Root(request)}/auth/system"),
            }
        );

    private bool Holds(TokenGrant caller, KeystoneProject? project, KeystoneDomain? domain) =>
        identity.Grants.EffectiveRoles(caller.User, project, domain).Count > 0;
}
