using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Steps.Resources;
using Acceptance.Steps.Runs;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class ClusterSteps(AcceptanceRun run, ScenarioBook book)
{
    private Reading<MagnumCluster>? _cluster;

    private RunParts Parts => run.Opened!;

    [When("the workload cluster is made sure of")]
    public async Task Ensure() => _cluster = await book.Ask(() => Parts.Cluster.Now());

    [Then("Magnum has accepted it")]
    public void Accepted() =>
        book.Enter(
            _cluster!.Judge(
                (cluster, evidence) =>
                    HasFailed(cluster)
                        ? TheClusterIsComplete.Judge(cluster, Parts.Site.Workload!, evidence)
                        : Verdict.Keep(
                            $"{cluster.Name} ({cluster.Uuid}) is {cluster.Status}: {(Parts.Cluster.Made == true ? "made by this run" : "found, not made")}",
                            evidence
                        )
            )
        );

    private static bool HasFailed(MagnumCluster cluster) =>
        cluster.Status.Known
            is ClusterStatus.CreateFailed
                or ClusterStatus.UpdateFailed
                or ClusterStatus.DeleteFailed
                or ClusterStatus.ResumeFailed
                or ClusterStatus.RollbackFailed;

    [When("the workload cluster is waited for")]
    public async Task Wait() =>
        _cluster = await book.Ask(async () =>
        {
            await Parts.Cluster.Complete();
            return await Parts.Cluster.Now();
        });

    [Then("it is complete with its nodes and its address")]
    public void Complete() =>
        book.Enter(
            _cluster!.Judge((cluster, evidence) => TheClusterIsComplete.Judge(cluster, Parts.Site.Workload!, evidence))
        );

    [Then("Magnum calls it healthy")]
    public async Task Healthy() => book.Enter(await book.Ask(() => new ClusterHealth(Parts).Judge()));

    [Then("its credential carries every needed role")]
    public async Task Credential() =>
        book.Enter(await book.Ask(() => new MintedCredential(Parts).Judge(_cluster!.OrStop())));

    [Then("it is complete and younger than the deploy")]
    public async Task YoungerThanDeploy()
    {
        var model = await Parts.Facts.Model();
        book.Enter(
            _cluster!.Judge(
                (cluster, evidence) =>
                    Verdict.All(
                        TheClusterIsComplete.Judge(cluster, Parts.Site.Workload!, evidence),
                        model.Judge(
                            (juju, _) =>
                                TheClusterIsOfThisDeploy.Judge(
                                    cluster,
                                    juju.Since,
                                    Parts.Cluster.Made == true,
                                    evidence
                                )
                        )
                    )
            )
        );
    }
}
