using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

/// <summary>What the run makes of the tenant's set-up, and what it does with the workload cluster.</summary>
[Binding]
public sealed class ClusterSteps(RunParts run, ScenarioBook book)
{
    [When("the operator makes sure that the kube image exists")]
    public Task EnsureImage() => book.Do(() => run.Image.Ensure());

    [When("the operator makes sure that the cluster template exists")]
    public Task EnsureTemplate() => book.Do(() => run.Template.Ensure());

    [When("the operator makes a trust and takes it back")]
    public Task TryTrust() => book.Do(run.Trust.Try);

    [When("the operator stores a secret and takes it away again")]
    public Task TrySecret() => book.Do(run.Secret.Try);

    [When("a throwaway pod of the management cluster connects to the identity service")]
    public Task TryEgress() => book.Do(run.Egress.Try);

    [When("the operator makes sure that the workload cluster exists")]
    public Task EnsureCluster() => book.Do(() => run.Cluster.Now());

    [When("the operator waits for the workload cluster")]
    public Task WaitForCluster() =>
        book.Do(async () =>
        {
            await run.Cluster.Complete();
            await run.Cluster.Now();
        });

    [When("the operator waits for Magnum's word on its health")]
    public Task WaitForHealth() => book.Do(run.Health.UntilSaid);

    [Given("a tenant's way into the workload cluster")]
    public Task OpenCluster() => book.Do(() => run.Cluster.Api());

    [When("the restart window passes over it")]
    public async Task PassRestartWindow()
    {
        run.Facts.Put(WorkloadFacts.PodsBefore, await run.Facts.Read(WorkloadFacts.Pods));
        await run.Gatekeeper.Window(Budgets.Of(run.Site, "restart window").Limit);
    }

    [When("the tenant fetches the kubeconfig")]
    public Task FetchKubeconfig()
    {
        var file = run.KubeconfigFile();
        return book.Do(() => file.Open(file.Write(run.Cluster.Kubeconfig!)));
    }

    [When("the workload cluster that this run made is removed")]
    public async Task Remove()
    {
        await book.Do(() => run.Cluster.Accepted());
        if (run.Cluster.Made != true)
            book.Enter(new Verdict.NotAsked($"the cluster was found, not made: it is the operator's"));
        var trace = await book.Ask(() => run.Trace());
        await book.Do(() => run.Cluster.Remove());
        await book.Do(trace.Look);
    }
}
