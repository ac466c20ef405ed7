using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs;
using Acceptance.Runs.Resources;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class WorkloadSteps(AcceptanceRun run, ScenarioBook book)
{
    private Reading<IReadOnlyList<Node>>? _nodes;
    private Reading<IReadOnlyList<Pod>>? _pods;
    private Reading<IReadOnlyList<Pod>>? _later;
    private string _kubeconfig = "";

    private RunParts Parts => run.Opened!;

    [When("the workload cluster is asked for its nodes")]
    public async Task AskNodes() => _nodes = await (await Api()).Nodes();

    [Then("the nodes asked for are ready at the version of the image")]
    public void NodesReady() =>
        book.Enter(
            _nodes!.Judge(
                (nodes, evidence) =>
                    NodesAreReady.Judge(
                        nodes,
                        Parts.Site.Workload!.Masters + Parts.Site.Workload.Workers,
                        Parts.Site.Workload.Image.KubeVersion,
                        evidence
                    )
            )
        );

    [When("the workload cluster is asked for its pods")]
    public async Task AskPods() => _pods = await (await Api()).Pods();

    [Then("the addons run")]
    public void Addons() =>
        book.Enter(
            _pods!.Judge(
                (pods, evidence) => EveryContainerIsReady.JudgeAddons(pods, Parts.Site.Workload!.Addons, evidence)
            )
        );

    [Then("every container is ready")]
    public void Containers() => book.Enter(_pods!.Judge(EveryContainerIsReady.Judge));

    [When("the workload cluster is watched for a while")]
    public async Task Watch()
    {
        var api = await Api();
        _pods = await api.Pods();
        await Parts.Gatekeeper.Window(Budgets.Of(Parts.Site, "restart window").Limit);
        _later = await api.Pods();
    }

    [Then("no container has restarted")]
    public void NoRestarts() =>
        book.Enter(
            _pods!.Judge(
                (before, _) =>
                    _later!.Judge(
                        (after, evidence) =>
                            Verdict.All(
                                EveryContainerIsReady.JudgeStill(
                                    before,
                                    after,
                                    Budgets.Of(Parts.Site, "restart window").Limit,
                                    evidence
                                ),
                                EveryContainerIsReady.Judge(after, evidence)
                            )
                    )
            )
        );

    [When("the tenant's kubeconfig is fetched")]
    public async Task FetchKubeconfig()
    {
        await Api();
        _kubeconfig = new KubeconfigFile(Parts).Write(Parts.Cluster.Kubeconfig!);
    }

    [Then("it opens the cluster and lies where only its owner reads it")]
    public async Task Opens() => book.Enter(await book.Ask(() => new KubeconfigFile(Parts).Judge(_kubeconfig)));

    private Task<IKubernetes> Api() => book.Ask(() => Parts.Cluster.Api());
}
