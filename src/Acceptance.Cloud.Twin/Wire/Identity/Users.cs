using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Identity;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystoneAnswer;
using static Acceptance.Cloud.Twin.Wire.Identity.KeystonePolicy;

namespace Acceptance.Cloud.Twin.Wire.Identity;

/// <summary>Users, and the projects in which they hold a role.</summary>
internal sealed class Users(IdentityModel identity) : IResource
{
    public IReadOnlyList<Route> Routes =>
        [
            Route.Get("/v3/users", List),
            Route.Get("/v3/users/{id}", Show),
            Route.Get("/v3/users/{id}/projects", Projects),
        ];

    private WireAnswer List(OpenStackRequest request)
    {
        var users = KeystoneQuery.Filter(request, identity.Users, user => user.Name, user => user.Enabled);
        if (request.Query("domain_id") is { } domain)
            users = users.Where(user => user.Domain.Id == domain);
        return GuardedList(request, "list_users", "users", users, KeystoneJson.User);
    }

    private WireAnswer Show(OpenStackRequest request) =>
        Shown(
            request,
            "get_user",
            "user",
            identity.Users.Find(user => user.Id == request["id"]),
            KeystoneJson.User,
            request["id"] == request.Caller.UserId
        );

    private WireAnswer Projects(OpenStackRequest request)
    {
        Enforce(request, "list_user_projects", request["id"] == request.Caller.UserId);
        var user = identity.UserById(request["id"]);
        var projects = identity.Projects.Where(project => identity.Grants.EffectiveRoles(user, project).Count > 0);
        return Listed(
            request,
            "projects",
            KeystoneQuery.Filter(request, projects, project => project.Name, project => project.Enabled),
            project => KeystoneJson.Project(project, Root(request))
        );
    }
}
