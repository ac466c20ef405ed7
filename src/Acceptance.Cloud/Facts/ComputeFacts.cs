using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Facts;

/// <summary>Hypervisors, servers and the disks under them.</summary>
public static class ComputeFacts
{
    public static FactKey<IReadOnlyList<NovaHypervisor>> Hypervisors { get; } =
        FactKey<IReadOnlyList<NovaHypervisor>>.Moving(
            "hypervisors",
            source => source.Cloud.OpenStack.Compute.Hypervisors()
        );

    /// <summary>The servers of all projects.</summary>
    public static FactKey<IReadOnlyList<Server>> AllServers { get; } =
        FactKey<IReadOnlyList<Server>>.Moving(
            "all servers",
            source => source.Cloud.OpenStack.Compute.Servers(Scope.Admin, allProjects: true)
        );

    public static FactKey<IReadOnlyList<Flavor>> Flavors { get; } =
        FactKey<IReadOnlyList<Flavor>>.Moving(
            "flavors",
            source => source.Cloud.OpenStack.Compute.Flavors(source.Tenant)
        );

    public static FactKey<IReadOnlyList<string>> Keypairs { get; } =
        FactKey<IReadOnlyList<string>>.Moving(
            "keypairs",
            source => source.Cloud.OpenStack.Compute.Keypairs(source.Tenant)
        );

    /// <summary>
    /// The snapshots on each disk of each of the site's domains; none where the baseline is no matter of snapshots.
    /// </summary>
    public static FactKey<IReadOnlyList<DiskSnapshots>> Snapshots { get; } =
        FactKey<IReadOnlyList<DiskSnapshots>>.Moving(
            "disk snapshots",
            source =>
                source.Site is { Baseline.Kind: SiteBaseline.Capture } or { Hypervisor: null }
                    ? Task.FromResult<Reading<IReadOnlyList<DiskSnapshots>>>(
                        new Reading<IReadOnlyList<DiskSnapshots>>.Seen([], Evidence.None)
                    )
                    : source.Cloud.Hypervisor.Snapshots(source.Site.Hypervisor.Domains)
        );
}
