using Acceptance.Cloud;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.Snapshots;
using Acceptance.Decisions.Verdicts;
using Acceptance.Steps.Runs;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class SnapshotSteps(AcceptanceRun run, ScenarioBook book)
{
    private Reading<IReadOnlyList<DiskSnapshots>>? _disks;

    [When("the operator lists the snapshots of the hosts' disks")]
    public async Task List()
    {
        if (run.Opened!.Site is not { Hypervisor: { } hypervisor, Snapshots: not null }) book.Enter(new Verdict.NotAsked("the site has no hypervisor and snapshots sections"));
        else _disks = await run.Opened.Cloud.Hypervisor.Snapshots(hypervisor.Domains);
    }

    [Then("each disk carries the baseline in order")]
    public async Task InOrder()
    {
        var parts = run.Opened!;
        var model = await parts.Facts.Model();
        var servers = await parts.Cloud.OpenStack.Compute.Servers(Scope.Admin, allProjects: true);
        var services = parts.Site.Octavia is { } octavia ? await parts.Cloud.OpenStack.Identity.Project(octavia.ServicesProject, octavia.ServicesDomain) : null;
        book.Enter(_disks!.Judge((disks, evidence) => model.Judge((juju, _) => servers.Judge((all, _) => services is null
            ? Baseline(disks, juju, all, null, evidence)
            // Unread, every amphora would count as a tenant's first server.
            : services.Judge((project, _) => Baseline(disks, juju, all, project.Id, evidence))))));
    }

    private Verdict Baseline(IReadOnlyList<DiskSnapshots> disks, JujuModel juju, IReadOnlyList<Server> servers, string? servicesProjectId, Evidence evidence) => TheBaselineStands.Judge(
        disks, run.Opened!.Site.Hypervisor!.Domains, run.Opened.Site.Snapshots!, juju.Since, TheBaselineStands.FirstTenant(servers, servicesProjectId), evidence);
}
