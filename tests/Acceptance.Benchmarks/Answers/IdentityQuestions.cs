using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Benchmarks.Answers;

/// <summary>Keystone: DOCFIX-022, phase-08's project and roles.</summary>
internal static class IdentityQuestions
{
    public static IEnumerable<Question> All { get; } =
    [
        new(
            "identity",
            "who the token is for",
            "openstack token issue -f json | jq -r '.project_id, .user_id'",
            asked => asked.OpenStack.Token(Scope.Admin).Lines(token => token.ProjectId, token => token.UserId)
        ),
        new(
            "identity",
            "the public endpoints of the catalog",
            """openstack catalog list -f json | jq -r '.[] | .Type as $type | .Endpoints[] | select(.interface == "public") | "\($type) \(.url)"'""",
            asked =>
                asked
                    .OpenStack.Catalog(Scope.Admin)
                    .Lines(service => $"{service.Type} {service.Public?.OriginalString}")
        ),
        new(
            "identity",
            "the tenant's project",
            "openstack project show \"$PROJECT\" --domain \"$DOMAIN\" -f json | jq -r '.id, .enabled'",
            asked => Project(asked).Lines(project => project.Id, project => project.Enabled.Word())
        ),
        new(
            "identity",
            "the admin's roles there",
            "openstack role assignment list --user \"$OS_USERNAME\" --user-domain \"$OS_USER_DOMAIN_NAME\" "
                + "--project \"$PROJECT\" --project-domain \"$DOMAIN\" --effective --names -f json | jq -r '.[].Role'",
            Roles
        ),
        new(
            "identity",
            "the application credentials",
            "openstack application credential list -f json | jq -r '.[].Name'",
            async asked =>
                await asked.OpenStack.Token(Scope.Admin) switch
                {
                    Reading<TokenFacts>.Seen token => await asked
                        .OpenStack.Identity.ApplicationCredentials(token.Value.UserId)
                        .Lines(one => one.Name),
                    var unread => unread.As<IReadOnlyList<string>>(),
                }
        ),
    ];

    private static Task<Reading<Project>> Project(Asked asked) =>
        asked.OpenStack.Identity.Project(asked.Site.Workload!.Project, asked.Site.Workload.Domain);

    private static async Task<Reading<IReadOnlyList<string>>> Roles(Asked asked)
    {
        // Two readings that do not need each other; the token is the run's own.
        var (token, project) = (asked.OpenStack.Token(Scope.Admin), Project(asked));
        if (await token is not Reading<TokenFacts>.Seen { Value: var user })
            return (await token).As<IReadOnlyList<string>>();
        if (await project is not Reading<Project>.Seen { Value: var on })
            return (await project).As<IReadOnlyList<string>>();
        return await asked.OpenStack.Identity.Roles(user.UserId, on.Id).Lines(role => role.Split('@')[0]);
    }
}
