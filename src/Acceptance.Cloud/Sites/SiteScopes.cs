using Acceptance.Cloud.OpenStack;

namespace Acceptance.Cloud.Sites;

/// <summary>The scopes in which a site's projects are asked.</summary>
public static class SiteScopes
{
    /// <summary>The tenant project's; the administrator's on a site without a workload section.</summary>
    public static Scope TenantScope(this Site site) =>
        site.Workload is { } workload ? Scope.Of(workload.Project, workload.Domain) : Scope.Admin;

    /// <summary>That of the project in which the management VM stands.</summary>
    public static Scope ManagementScope(this Site site) =>
        site.Management is { } management ? Scope.Of(management.Project, management.Domain) : Scope.Admin;
}
