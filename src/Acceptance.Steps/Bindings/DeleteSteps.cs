using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Runs.Resources;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class DeleteSteps(RunParts run, ScenarioBook book)
{
    private ClusterTrace? _trace;

    [When("the workload cluster that this run made is removed")]
    public async Task Remove()
    {
        await book.Ask(() => run.Cluster.Accepted());
        if (run.Cluster.Made != true)
            book.Enter(new Verdict.NotAsked("the cluster was found, not made: it is the operator's"));
        _trace = await book.Ask(run.Trace);
        await book.Do(run.Cluster.Remove);
    }

    [Then("Magnum no longer knows it")]
    public async Task NotKnown() => book.Enter(await book.Ask(() => _trace!.JudgeMagnum()));

    [Then("its machines, load balancers and addresses are gone")]
    public async Task Gone() => book.Enter(await book.Ask(() => _trace!.JudgeRemnants()));
}
