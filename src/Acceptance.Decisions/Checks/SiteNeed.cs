using Acceptance.Cloud.Sites;

namespace Acceptance.Decisions.Checks;

/// <summary>A section of the site file that a check cannot do without.</summary>
/// <param name="Section">Its name in the file.</param>
public sealed record SiteNeed(string Section, Func<Site, bool> IsMetBy)
{
    public static SiteNeed Juju { get; } = new("juju", site => site.Juju is not null);

    public static SiteNeed Vault { get; } = new("vault", site => site.Vault is not null);

    public static SiteNeed Compute { get; } = new("compute", site => site.Compute is not null);

    public static SiteNeed Octavia { get; } = new("octavia", site => site.Octavia is not null);

    public static SiteNeed Management { get; } = new("management", site => site.Management is not null);

    public static SiteNeed Workload { get; } = new("workload", site => site.Workload is not null);

    public static SiteNeed Hypervisor { get; } = new("hypervisor", site => site.Hypervisor is not null);

    public static SiteNeed Snapshots { get; } = new("snapshots", site => site.Snapshots is not null);
}
