using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Role assignments: listed, granted, checked, taken away.</summary>
internal sealed partial class KeystoneWire
{
    private void MapGrants()
    {
        foreach (var scope in (string[])["projects", "domains"])
        {
            var path = $"/v3/{scope}/{{scope}}/users/{{user}}/roles";
            Map("GET", path, request => GrantsOf(request, scope));
            Map("PUT", path + "/{role}", request => Grant(request, scope));
            Map("HEAD", path + "/{role}", request => CheckGrant(request, scope));
            Map("DELETE", path + "/{role}", request => TakeGrant(request, scope));
        }
    }

    private WireAnswer ListAssignments(OpenStackRequest request)
    {
        var caller = request.Caller;
        Enforce(request, "list_role_assignments", caller.Domain is not null && caller.Has("reader"));
        IEnumerable<RoleAssignment> all = Identity.Assignments;
        if (request.Query("effective") is { } effective && effective is not ("false" or "False" or "0"))
            all = all.SelectMany(held =>
                    IdentityModel.WithImplied([held.Role]).Select(role => held with { Role = role })
                )
                .DistinctBy(held => (held.User, held.Role, held.Project, held.Domain));
        if (request.Query("user.id") is { } user)
            all = all.Where(held => held.User.Id == user);
        if (request.Query("role.id") is { } role)
            all = all.Where(held => held.Role.Id == role);
        if (request.Query("scope.project.id") is { } project)
            all = all.Where(held => held.Project?.Id == project);
        if (request.Query("scope.domain.id") is { } domain)
            all = all.Where(held => held.Domain?.Id == domain);
        if (request.Query("scope.system") is not null)
            all = all.Where(held => held.Project is null && held.Domain is null);
        if (request.Query("group.id") is not null)
            all = [];
        var names = request.Query("include_names") is { } asked && asked is not ("false" or "False" or "0");
        return Listed(request, "role_assignments", all, held => KeystoneJson.Assignment(held, Root(request), names));
    }

    private WireAnswer GrantsOf(OpenStackRequest request, string scope)
    {
        Enforce(request, "list_grants");
        var (user, project, domain) = Where(request, scope);
        var held = Identity
            .Assignments.Where(one => one.User == user && one.Project == project && one.Domain == domain)
            .Select(one => one.Role);
        return Listed(request, "roles", held, role => KeystoneJson.Role(role, Root(request)));
    }

    private WireAnswer Grant(OpenStackRequest request, string scope)
    {
        Enforce(request, "create_grant");
        var (user, project, domain) = Where(request, scope);
        Identity.Assign(user, RoleById(request), project, domain);
        return WireAnswer.Empty(204);
    }

    private WireAnswer CheckGrant(OpenStackRequest request, string scope)
    {
        Enforce(request, "check_grant");
        var (user, project, domain) = Where(request, scope);
        var role = RoleById(request);
        return Identity.Assignments.Any(held =>
            held.User == user && held.Role == role && held.Project == project && held.Domain == domain
        )
            ? WireAnswer.Empty(204)
            : throw NoGrant(request);
    }

    private WireAnswer TakeGrant(OpenStackRequest request, string scope)
    {
        Enforce(request, "revoke_grant");
        var (user, project, domain) = Where(request, scope);
        return Identity.Unassign(user, RoleById(request), project, domain)
            ? WireAnswer.Empty(204)
            : throw NoGrant(request);
    }

    private static ApiRefusal NoGrant(OpenStackRequest request) =>
        new(
            404,
            $"Could not find role assignment with role: {request["role"]}, user or group: {request["user"]}, project, domain, or system: {request["scope"]}."
        );

    private KeystoneRole RoleById(OpenStackRequest request) =>
        Identity.Roles.Find(role => role.Id == request["role"])
        ?? throw new ApiRefusal(404, $"Could not find role: {request["role"]}.");

    private (KeystoneUser User, KeystoneProject? Project, KeystoneDomain? Domain) Where(
        OpenStackRequest request,
        string scope
    )
    {
        var user =
            Identity.Users.Find(user => user.Id == request["user"])
            ?? throw new ApiRefusal(404, $"Could not find user: {request["user"]}.");
        if (scope == "domains")
            return (
                user,
                null,
                Identity.Domains.Find(domain => domain.Id == request["scope"])
                    ?? throw new ApiRefusal(404, $"Could not find domain: {request["scope"]}.")
            );
        return (user, ProjectById(request["scope"]), null);
    }

    private KeystoneProject ProjectById(string id) =>
        Identity.Projects.Find(project => project.Id == id)
        ?? throw new ApiRefusal(404, $"Could not find project: {id}.");
}
