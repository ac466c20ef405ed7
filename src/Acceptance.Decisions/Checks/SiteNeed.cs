using Acceptance.Cloud.Sites;

namespace Acceptance.Decisions.Checks;

/// <summary>A section of the site file that a check cannot do without.</summary>
/// <param name="Section">Its name in the file.</param>
public sealed record SiteNeed(string Section, Func<Site, bool> IsMetBy)
{
    public static SiteNeed Juju { get; } = new("juju", site => site.Juju is not null);

    public static SiteNeed Maas { get; } = new("maas", site => site.Maas is not null);

    public static SiteNeed Vault { get; } = new("vault", site => site.Vault is not null);

    public static SiteNeed Compute { get; } = new("compute", site => site.Compute is not null);

    public static SiteNeed Octavia { get; } = new("octavia", site => site.Octavia is not null);

    public static SiteNeed Management { get; } = new("management", site => site.Management is not null);

    /// <summary>A file of the management section: what its providers were installed from.</summary>
    public static SiteNeed ChartDependencies { get; } =
        new("management.chartDependencies", site => site.Management?.ChartDependencies is not null);

    public static SiteNeed Workload { get; } = new("workload", site => site.Workload is not null);

    public static SiteNeed Proxies { get; } = new("proxies", site => site.Proxies.Count > 0);

    /// <summary>Whatever the baseline of D-011.7 is held to: snapshots on a hypervisor, or captures.</summary>
    public static SiteNeed Baseline { get; } =
        new(
            "baseline",
            site =>
                site
                    is { Baseline.Kind: SiteBaseline.Capture, Juju: not null }
                        or {
                            Baseline: null or { Kind: SiteBaseline.Snapshots },
                            Hypervisor: not null,
                            Snapshots: not null
                        }
        );
}
