using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneAnswer;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Roles.</summary>
internal sealed class Roles(IdentityModel identity) : IResource
{
    public IReadOnlyList<Route> Routes => [Route.Get("/v3/roles", List), Route.Get("/v3/roles/{id}", Show)];

    private WireAnswer List(OpenStackRequest request) =>
        GuardedList(
            request,
            "list_roles",
            "roles",
            KeystoneQuery.Filter(request, identity.Grants.Roles, role => role.Name, _ => true),
            KeystoneJson.Role
        );

    private WireAnswer Show(OpenStackRequest request) =>
        Shown(
            request,
            "get_role",
            "role",
            identity.Grants.Roles.Find(role => role.Id == request["id"]),
            KeystoneJson.Role
        );
}
