using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Live.Json;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>Keystone.</summary>
internal sealed class Identity(RestServices services) : IIdentity
{
    public async Task<Reading<Project>> Project(string name, string domain, CancellationToken cancel = default)
    {
        ByHand byHand = $"project show {name} --domain {domain}";
        var domains = await services.List(
            Ask(OperationCatalogue.Domains.At(), byHand, ("name", domain)),
            "domains",
            found => (Id: found["id"].Text(), Name: found["name"].Text()),
            cancel
        );
        if (domains is not Reading<IReadOnlyList<(string Id, string Name)>>.Seen { Value: var known })
            return domains.As<Project>();
        // An unknown filter is ignored by Keystone, so a list may hold more than was asked for.
        if (known.FirstOrDefault(one => one.Name == domain) is not { Id: { } domainId })
            return Missing(
                $"Keystone has no domain {domain} (openstack domain list), so there is no project {name} in it.",
                domains.Evidence
            );
        var projects = await services.List(
            Ask(OperationCatalogue.Projects.At(), byHand, ("name", name), ("domain_id", domainId)),
            "projects",
            found => Read(found, domain),
            cancel
        );
        return One(projects, name, domain, domainId);
    }

    private static Reading<Project> One(
        Reading<IReadOnlyList<Project>> projects,
        string name,
        string domain,
        string domainId
    )
    {
        if (projects is not Reading<IReadOnlyList<Project>>.Seen { Value: var all })
            return projects.As<Project>();
        return all.FirstOrDefault(one => one.Name == name && one.DomainId == domainId) is { } project
            ? new Reading<Project>.Seen(project, projects.Evidence)
            : Missing(
                $"The domain {domain} has no project {name} (openstack project list --domain {domain}).",
                projects.Evidence
            );
    }

    public Task<Reading<IReadOnlyList<string>>> Domains(string name, CancellationToken cancel = default) =>
        services
            .List(
                Ask(OperationCatalogue.Domains.At(), $"domain list --name {name}", ("name", name)),
                "domains",
                found => found["name"].Text(),
                cancel
            )
            .Select(found => (IReadOnlyList<string>)[.. found.Where(one => one == name)]);

    public Task<Reading<string>> CreateTrust(Scope scope, TrustRequest request, CancellationToken cancel = default)
    {
        var trust = new JsonObject
        {
            ["trustor_user_id"] = request.TrustorId,
            ["trustee_user_id"] = request.TrusteeId,
            ["project_id"] = request.ProjectId,
            ["impersonation"] = true,
            ["roles"] = new JsonArray(new JsonObject { ["name"] = request.Role }),
            ["expires_at"] = Moment(request.Expires),
        };
        return services.One(
            new Question(
                OperationCatalogue.CreateTrust.At(),
                scope,
                $"trust create --project {request.ProjectId} --role {request.Role} --impersonate --expiration "
                    + $"{Moment(request.Expires)} {request.TrustorId} {request.TrusteeId}"
            ) with
            {
                Json = new JsonObject { ["trust"] = trust }.ToJsonString(),
            },
            made => made["trust"]["id"].Text(),
            cancel
        );
    }

    public Task<Reading<Done>> DeleteTrust(Scope scope, string id, CancellationToken cancel = default) =>
        services.Do(new Question(OperationCatalogue.DeleteTrust.At(id), scope, $"trust delete {id}"), cancel);

    public Task<Reading<IReadOnlyList<string>>> Roles(
        string userId,
        string projectId,
        CancellationToken cancel = default
    ) =>
        services
            .List(
                Ask(
                    OperationCatalogue.RoleAssignments.At(),
                    $"role assignment list --user {userId} --project {projectId} --effective --names",
                    ("user.id", userId),
                    ("scope.project.id", projectId),
                    ("effective", "True"),
                    ("include_names", "True")
                ),
                "role_assignments",
                assignment => assignment["role"]["name"].Text(),
                cancel
            )
            .Select(roles => (IReadOnlyList<string>)[.. roles.Distinct(StringComparer.Ordinal)]);

    public Task<Reading<IReadOnlyList<ApplicationCredential>>> ApplicationCredentials(
        string userId,
        CancellationToken cancel = default
    ) =>
        services.List(
            Ask(OperationCatalogue.ApplicationCredentials.At(userId), $"application credential list --user {userId}"),
            "application_credentials",
            found => new ApplicationCredential(
                found["id"].Text(),
                found["name"].Text(),
                found["project_id"].Text(),
                [.. found["roles"].ListOrNone().Select(role => role["name"].Text())]
            ),
            cancel
        );

    public Task<Reading<IReadOnlyList<string>>> Tags(string projectId, CancellationToken cancel = default) =>
        services.List(
            Ask(OperationCatalogue.ProjectTags.At(projectId), $"project show {projectId} -c tags"),
            "tags",
            tag => tag.Text(),
            cancel
        );

    public Task<Reading<Done>> AddTag(string projectId, string tag, CancellationToken cancel = default) =>
        services.Do(
            Ask(OperationCatalogue.AddProjectTag.At(projectId, tag), $"project set --tag {tag} {projectId}"),
            cancel
        );

    public Task<Reading<Done>> RemoveTag(string projectId, string tag, CancellationToken cancel = default) =>
        services.Do(
            Ask(OperationCatalogue.RemoveProjectTag.At(projectId, tag), $"project unset --tag {tag} {projectId}"),
            cancel
        );

    private static Project Read(Field project, string domain) =>
        new(
            project["id"].Text(),
            project["name"].Text(),
            project["domain_id"].Text(),
            domain,
            project["enabled"].Flag(whenAbsent: true)
        );

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static Question Ask(OperationCall operation, ByHand byHand, params (string Name, string Value)[] query) =>
        new(operation, Scope.Admin, byHand) { Query = query };

    private static Reading<Project> Missing(Sentence sentence, Evidence evidence) =>
        new Reading<Project>.Unread(Unreadable.NotFound, sentence, evidence);
}
