using Acceptance.Cloud;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Snapshots;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Readings;

/// <summary>What the snapshots of the hosts' disks are compared with: when the model was deployed, and when the first tenant came.</summary>
public sealed class SnapshotReadings(ICloud cloud, FactsOnce facts)
{
    private IOpenStack OpenStack => cloud.OpenStack;

    public async Task<Verdict> InOrder(Reading<IReadOnlyList<DiskSnapshots>> disks)
    {
        var model = await facts.Model();
        var servers = await OpenStack.Compute.Servers(Scope.Admin, allProjects: true);
        var services = cloud.Site.Octavia is { } octavia
            ? await OpenStack.Identity.Project(octavia.ServicesProject, octavia.ServicesDomain)
            : null;
        return disks.Judge(
            (read, evidence) =>
                model.Judge(
                    (juju, _) =>
                        servers.Judge(
                            (all, _) =>
                                services is null
                                    ? Judge(read, juju, all, null, evidence)
                                    // Unread, every amphora would count as a tenant's first server.
                                    : services.Judge((project, _) => Judge(read, juju, all, project.Id, evidence))
                        )
                )
        );
    }

    private Verdict Judge(
        IReadOnlyList<DiskSnapshots> disks,
        JujuModel juju,
        IReadOnlyList<Server> servers,
        string? servicesProjectId,
        Evidence evidence
    ) =>
        TheBaselineStands.Judge(
            disks,
            cloud.Site.Hypervisor!.Domains,
            cloud.Site.Snapshots!,
            juju.Since,
            TheBaselineStands.FirstTenant(servers, servicesProjectId),
            evidence
        );
}
