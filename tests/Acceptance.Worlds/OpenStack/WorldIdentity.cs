using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Worlds.OpenStack;

/// <summary>Keystone, asked as administrator.</summary>
internal sealed class WorldIdentity(TwinWorld world, WorldServices services) : IIdentity
{
    public Task<Reading<Project>> Project(string name, string domain, CancellationToken cancel = default) =>
        services.Found(
            Scope.Admin,
            "keystone",
            "/v3/projects",
            _ =>
                world.Identity.Projects.Find(one => one.Name == name && one.Domain.Name == domain) is { } project
                    ? new Found<Project>(new(project.Id, project.Name, project.Domain.Id, domain, project.Enabled))
                    : null,
            caller => caller.IsAdmin
        );

    public Task<Reading<IReadOnlyList<string>>> Roles(
        string userId,
        string projectId,
        CancellationToken cancel = default
    ) =>
        services.Ask<IReadOnlyList<string>>(
            Scope.Admin,
            "keystone",
            "/v3/role_assignments",
            _ =>
                [
                    .. world
                        .Identity.Grants.Assignments.Where(held =>
                            held.User.Id == userId && held.Project?.Id == projectId
                        )
                        .SelectMany(held => RoleGrants.WithImplied([held.Role]))
                        .Select(role => role.Name)
                        .Distinct(StringComparer.Ordinal),
                ],
            caller => caller.IsAdmin
        );

    public Task<Reading<IReadOnlyList<ApplicationCredential>>> ApplicationCredentials(
        string userId,
        CancellationToken cancel = default
    ) =>
        services.Ask<IReadOnlyList<ApplicationCredential>>(
            Scope.Admin,
            "keystone",
            $"/v3/users/{userId}/application_credentials",
            _ =>
                [
                    .. world
                        .Identity.AppCredentials.All.Where(one => one.User.Id == userId)
                        .Select(one => new ApplicationCredential(
                            one.Id,
                            one.Name,
                            one.Project.Id,
                            [.. one.Roles.Select(role => role.Name)]
                        )),
                ],
            caller => caller.IsAdmin || caller.UserId == userId
        );

    public Task<Reading<IReadOnlyList<string>>> Domains(string name, CancellationToken cancel = default) =>
        services.Ask<IReadOnlyList<string>>(
            Scope.Admin,
            "keystone",
            "/v3/domains",
            _ => [.. world.Identity.Domains.Where(one => one.Name == name).Select(one => one.Name)],
            caller => caller.IsAdmin
        );

    public Task<Reading<string>> CreateTrust(Scope scope, TrustRequest request, CancellationToken cancel = default) =>
        services.Readings.OnlyRead<string>("trust");

    public Task<Reading<Done>> DeleteTrust(Scope scope, string id, CancellationToken cancel = default) =>
        services.Readings.OnlyRead<Done>("trust");

    public Task<Reading<IReadOnlyList<string>>> Tags(string projectId, CancellationToken cancel = default) =>
        services.Found(
            Scope.Admin,
            "keystone",
            $"/v3/projects/{projectId}/tags",
            _ =>
                world.Identity.Projects.Find(one => one.Id == projectId) is { } project
                    ? new Found<IReadOnlyList<string>>([.. project.Tags])
                    : null
        );

    public Task<Reading<Done>> AddTag(string projectId, string tag, CancellationToken cancel = default) =>
        services.Readings.OnlyRead<Done>("project tag");

    public Task<Reading<Done>> RemoveTag(string projectId, string tag, CancellationToken cancel = default) =>
        services.Readings.OnlyRead<Done>("project tag");
}
