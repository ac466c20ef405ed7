using Acceptance.Cloud;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Runs.Readings;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class SnapshotSteps(RunParts run, ScenarioBook book)
{
    private Reading<IReadOnlyList<DiskSnapshots>>? _disks;

    [When("the operator lists the snapshots of the hosts' disks")]
    public async Task List()
    {
        if (run.Site is not { Hypervisor: { } hypervisor, Snapshots: not null })
            book.Enter(new Verdict.NotAsked("the site has no hypervisor and snapshots sections"));
        else
            _disks = await run.Cloud.Hypervisor.Snapshots(hypervisor.Domains);
    }

    [Then("each disk carries the baseline in order")]
    public async Task InOrder() => book.Enter(await new SnapshotReadings(run.Cloud, run.Facts).InOrder(_disks!));
}
