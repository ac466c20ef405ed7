using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneAnswer;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystonePolicy;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Role assignments: listed, granted, checked, taken away.</summary>
internal sealed class Grants(IdentityModel identity) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [Route.Get("/v3/role_assignments", ListAssignments), .. Below("projects"), .. Below("domains")];

    private IEnumerable<Route> Below(string scope)
    {
        var roles = $"/v3/{scope}/{{scope}}/users/{{user}}/roles";
        return
        [
            Route.Get(roles, request => List(request, scope)),
            Route.Put(roles + "/{role}", request => Add(request, scope)),
            Route.Head(roles + "/{role}", request => Check(request, scope)),
            Route.Delete(roles + "/{role}", request => Remove(request, scope)),
        ];
    }

    private WireAnswer ListAssignments(OpenStackRequest request)
    {
        var caller = request.Caller;
        Enforce(request, "list_role_assignments", caller.Domain is not null && caller.Has("reader"));
        IEnumerable<RoleAssignment> all = identity.Grants.Assignments;
        if (KeystoneQuery.Flag(request, "effective"))
            all = all.SelectMany(held => RoleGrants.WithImplied([held.Role]).Select(role => held with { Role = role }))
                .DistinctBy(held => (held.User, held.Role, held.Project, held.Domain));
        // Groups hold nobody here, and so nothing.
        var fitting = request.Query("group.id") is null ? Fitting(request, all) : [];
        var names = KeystoneQuery.Flag(request, "include_names");
        return Listed(
            request,
            "role_assignments",
            fitting,
            held => KeystoneJson.Assignment(held, Root(request), names)
        );
    }

    private static IEnumerable<RoleAssignment> Fitting(OpenStackRequest request, IEnumerable<RoleAssignment> held)
    {
        if (request.Query("user.id") is { } user)
            held = held.Where(one => one.User.Id == user);
        if (request.Query("role.id") is { } role)
            held = held.Where(one => one.Role.Id == role);
        if (request.Query("scope.project.id") is { } project)
            held = held.Where(one => one.Project?.Id == project);
        if (request.Query("scope.domain.id") is { } domain)
            held = held.Where(one => one.Domain?.Id == domain);
        if (request.Query("scope.system") is not null)
            held = held.Where(one => one.Project is null && one.Domain is null);
        return held;
    }

    private WireAnswer List(OpenStackRequest request, string scope)
    {
        Enforce(request, "list_grants");
        var (user, project, domain) = Holder(request, scope);
        var held = identity
            .Grants.Assignments.Where(one => one.User == user && one.Project == project && one.Domain == domain)
            .Select(one => one.Role);
        return Listed(request, "roles", held, role => KeystoneJson.Role(role, Root(request)));
    }

    private WireAnswer Add(OpenStackRequest request, string scope)
    {
        Enforce(request, "create_grant");
        var (user, project, domain) = Holder(request, scope);
        identity.Grants.Assign(user, Role(request), project, domain);
        return WireAnswer.Empty(204);
    }

    private WireAnswer Check(OpenStackRequest request, string scope)
    {
        Enforce(request, "check_grant");
        var (user, project, domain) = Holder(request, scope);
        var role = Role(request);
        return identity.Grants.Assignments.Any(held =>
            held.User == user && held.Role == role && held.Project == project && held.Domain == domain
        )
            ? WireAnswer.Empty(204)
            : throw NoGrant(request);
    }

    private WireAnswer Remove(OpenStackRequest request, string scope)
    {
        Enforce(request, "revoke_grant");
        var (user, project, domain) = Holder(request, scope);
        return identity.Grants.Unassign(user, Role(request), project, domain)
            ? WireAnswer.Empty(204)
            : throw NoGrant(request);
    }

    private static ApiRefusal NoGrant(OpenStackRequest request) =>
        new(
            404,
            $"Could not find role assignment with role: {request["role"]}, user or group: {request["user"]}, "
                + $"project, domain, or system: {request["scope"]}."
        );

    private KeystoneRole Role(OpenStackRequest request) =>
        identity.Grants.Roles.Find(role => role.Id == request["role"])
        ?? throw new ApiRefusal(404, $"Could not find role: {request["role"]}.");

    private (KeystoneUser User, KeystoneProject? Project, KeystoneDomain? Domain) Holder(
        OpenStackRequest request,
        string scope
    )
    {
        var user = identity.UserById(request["user"]);
        return scope == "domains"
            ? (user, null, identity.DomainById(request["scope"]))
            : (user, identity.ProjectById(request["scope"]), null);
    }
}
