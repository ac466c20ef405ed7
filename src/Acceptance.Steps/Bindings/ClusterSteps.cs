using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs;
using Acceptance.Runs.Resources;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

/// <summary>What the run makes of the tenant's set-up, and what it does with the workload cluster.</summary>
[Binding]
public sealed class ClusterSteps(AcceptanceRun run, ScenarioBook book)
{
    private RunParts Parts => run.Opened!;

    [When("the operator makes sure that the kube image exists")]
    public Task EnsureImage() => book.Do(() => Parts.Image.Ensure());

    [When("the operator makes sure that the cluster template exists")]
    public Task EnsureTemplate() => book.Do(() => Parts.Template.Ensure());

    [When("the operator makes sure that the workload cluster exists")]
    public Task EnsureCluster() => book.Do(() => Parts.Cluster.Now());

    [When("the operator waits for the workload cluster")]
    public Task WaitForCluster() =>
        book.Do(async () =>
        {
            await Parts.Cluster.Complete();
            await Parts.Cluster.Now();
        });

    [When("the operator waits for Magnum's word on its health")]
    public Task WaitForHealth() => book.Do(() => new ClusterHealth(Parts).Known());

    [Given("a tenant's way into the workload cluster")]
    public Task OpenCluster() => book.Do(() => Parts.Cluster.Api());

    [When("the restart window passes over it")]
    public async Task PassRestartWindow()
    {
        Parts.Facts.Put(WorkloadFacts.PodsBefore, await Parts.Facts.Read(WorkloadFacts.Pods));
        await Parts.Gatekeeper.Window(Budgets.Of(Parts.Site, "restart window").Limit);
    }

    [When("the tenant fetches the kubeconfig")]
    public Task FetchKubeconfig()
    {
        var file = new KubeconfigFile(Parts);
        return book.Do(() => file.Open(file.Write(Parts.Cluster.Kubeconfig!)));
    }

    [When("the workload cluster that this run made is removed")]
    public async Task Remove()
    {
        await book.Do(() => Parts.Cluster.Accepted());
        if (Parts.Cluster.Made != true)
            book.Enter(new Verdict.NotAsked("the cluster was found, not made: it is the operator's"));
        var trace = await book.Ask(() => ClusterTrace.Of(Parts));
        await book.Do(() => Parts.Cluster.Remove());
        await book.Do(trace.Look);
    }
}
