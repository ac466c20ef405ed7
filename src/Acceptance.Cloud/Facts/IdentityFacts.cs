using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Facts;

/// <summary>Who we are to Keystone, in which scopes, and what it offers.</summary>
public static class IdentityFacts
{
    public static FactKey<TokenFacts> AdminToken { get; } =
        FactKey<TokenFacts>.Still("admin token", source => source.Cloud.OpenStack.Token(Scope.Admin));

    public static FactKey<TokenFacts> TenantToken { get; } =
        FactKey<TokenFacts>.Still("tenant token", source => source.Cloud.OpenStack.Token(source.Tenant));

    /// <summary>What is wrong with the scope of the openrc; asked only when Keystone refused the token (401).</summary>
    public static FactKey<ScopeDiagnosis> ScopeDiagnosis { get; } =
        FactKey<ScopeDiagnosis>.Still(
            "scope diagnosis",
            async source =>
                await source.Read(AdminToken) is Reading<TokenFacts>.Unread { Why: Unreadable.Unauthorised }
                    ? await source.Cloud.OpenStack.DiagnoseScope()
                    : new Reading<ScopeDiagnosis>.Unread(
                        Unreadable.NotOursToRead,
                        $"Keystone refused no scope, so there is nothing to diagnose",
                        Evidence.None
                    ),
            AdminToken
        );

    public static FactKey<IReadOnlyList<CatalogService>> Catalog { get; } =
        FactKey<IReadOnlyList<CatalogService>>.Still("catalog", source => source.Cloud.OpenStack.Catalog(Scope.Admin));

    /// <summary>The project that bears the tenant's name in its domain today.</summary>
    public static FactKey<Project> TenantProject { get; } =
        FactKey<Project>.Moving(
            "tenant project",
            source =>
                source.Cloud.OpenStack.Identity.Project(source.Site.Workload!.Project, source.Site.Workload.Domain)
        );

    /// <summary>The project in which Octavia keeps its amphorae.</summary>
    public static FactKey<Project> ServicesProject { get; } =
        FactKey<Project>.Moving(
            "services project",
            source =>
                source.Cloud.OpenStack.Identity.Project(
                    source.Site.Octavia!.ServicesProject,
                    source.Site.Octavia.ServicesDomain
                )
        );

    /// <summary>Where the guests live that the platform stands on.</summary>
    public static FactKey<PlatformProjects> PlatformProjects { get; } =
        FactKey<PlatformProjects>.Moving("platform projects", source => Platform(source.Cloud.OpenStack, source.Site));

    /// <summary>The roles of whoever creates clusters, on the tenant's project.</summary>
    public static FactKey<IReadOnlyList<string>> CreatorRoles { get; } =
        FactKey<IReadOnlyList<string>>.Moving(
            "creator roles",
            source =>
                source.From(
                    AdminToken,
                    me => source.From(TenantProject, home => source.Cloud.OpenStack.Identity.Roles(me.UserId, home.Id))
                ),
            AdminToken,
            TenantProject
        );

    private static async Task<Reading<PlatformProjects>> Platform(IOpenStack cloud, Site site)
    {
        var asked = await Task.WhenAll(
            Find(cloud, site.Management?.Project, site.Management?.Domain),
            Find(cloud, site.Workload?.Project, site.Workload?.Domain),
            Find(cloud, site.Octavia?.ServicesProject, site.Octavia?.ServicesDomain)
        );
        return asked.OfType<Reading<Project>.Unread>().FirstOrDefault() is { } unread
            ? unread.As<PlatformProjects>()
            : new Reading<PlatformProjects>.Seen(
                new(Id(asked[0]), Id(asked[1]), Id(asked[2])),
                Evidence.Joined([.. asked.OfType<Reading<Project>.Seen>().Select(seen => seen.Evidence)])
            );

        static string? Id(Reading<Project>? project) => project?.ValueOrDefault?.Id;
    }

    private static async Task<Reading<Project>?> Find(IOpenStack cloud, string? name, string? domain) =>
        name is null || domain is null ? null : await cloud.Identity.Project(name, domain);
}
