using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class ClusterSteps(RunParts run, ScenarioBook book)
{
    private Reading<MagnumCluster>? _cluster;

    [When("the workload cluster is made sure of")]
    public async Task Ensure() => _cluster = await book.Ask(() => run.Cluster.Now());

    [Then("Magnum has accepted it")]
    public void Accepted() =>
        book.Enter(
            _cluster!.Judge(
                (cluster, evidence) =>
                    cluster.Status.EndsWith("_FAILED", StringComparison.Ordinal)
                        ? TheClusterIsComplete.Judge(cluster, run.Site.Workload!, evidence)
                        : Verdict.Keep(
                            $"{cluster.Name} ({cluster.Uuid}) is {cluster.Status}: {(run.Cluster.Made == true ? "made by this run" : "found, not made")}",
                            evidence
                        )
            )
        );

    [When("the workload cluster is waited for")]
    public async Task Wait() =>
        _cluster = await book.Ask(async () =>
        {
            await run.Cluster.Complete();
            return await run.Cluster.Now();
        });

    [Then("it is complete with its nodes and its address")]
    public void Complete() =>
        book.Enter(
            _cluster!.Judge((cluster, evidence) => TheClusterIsComplete.Judge(cluster, run.Site.Workload!, evidence))
        );

    [Then("Magnum calls it healthy")]
    public async Task Healthy() => book.Enter(await book.Ask(() => run.Health.Judge()));

    [Then("its credential carries every needed role")]
    public async Task Credential() => book.Enter(await book.Ask(() => run.Credential.Judge(_cluster!.OrStop())));

    [Then("it is complete and younger than the deploy")]
    public async Task YoungerThanDeploy()
    {
        var model = await run.Facts.Model();
        book.Enter(
            _cluster!.Judge(
                (cluster, evidence) =>
                    Verdict.All(
                        TheClusterIsComplete.Judge(cluster, run.Site.Workload!, evidence),
                        model.Judge(
                            (juju, _) =>
                                TheClusterIsOfThisDeploy.Judge(cluster, juju.Since, run.Cluster.Made == true, evidence)
                        )
                    )
            )
        );
    }
}
