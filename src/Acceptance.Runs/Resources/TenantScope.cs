using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;

namespace Acceptance.Runs.Resources;

/// <summary>The project of the workload's tenant; the administrator's scope where the site names none.</summary>
public static class TenantScope
{
    public static Scope NamedBy(Site site) =>
        site.Workload is { } workload ? Scope.Of(workload.Project, workload.Domain) : Scope.Admin;
}
