using Acceptance.Cloud;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Runs.Readings;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class SnapshotSteps(AcceptanceRun run, ScenarioBook book)
{
    private Reading<IReadOnlyList<DiskSnapshots>>? _disks;

    [When("the operator lists the snapshots of the hosts' disks")]
    public async Task List()
    {
        if (run.Opened!.Site is not { Hypervisor: { } hypervisor, Snapshots: not null })
            book.Enter(new Verdict.NotAsked("the site has no hypervisor and snapshots sections"));
        else
            _disks = await run.Opened.Cloud.Hypervisor.Snapshots(hypervisor.Domains);
    }

    [Then("each disk carries the baseline in order")]
    public async Task InOrder() => book.Enter(await new SnapshotReadings(run.Opened!).InOrder(_disks!));
}
