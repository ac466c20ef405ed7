using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs;
using Acceptance.Runs.Resources;
using Acceptance.Runs.Waits;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class WorkloadSteps(RunParts run, ScenarioBook book)
{
    private Reading<IReadOnlyList<Node>>? _nodes;
    private Reading<IReadOnlyList<Pod>>? _pods;
    private Reading<IReadOnlyList<Pod>>? _later;
    private string _kubeconfig = "";

    [When("the workload cluster is asked for its nodes")]
    public async Task AskNodes() => _nodes = await (await Api()).Nodes();

    [Then("the nodes asked for are ready at the version of the image")]
    public void NodesReady() =>
        book.Enter(
            _nodes!.Judge(
                (nodes, evidence) =>
                    NodesAreReady.Judge(
                        nodes,
                        run.Site.Workload!.Masters + run.Site.Workload.Workers,
                        run.Site.Workload.Image.KubeVersion,
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
                (pods, evidence) => EveryContainerIsReady.JudgeAddons(pods, run.Site.Workload!.Addons, evidence)
            )
        );

    [Then("every container is ready")]
    public void Containers() => book.Enter(_pods!.Judge(EveryContainerIsReady.Judge));

    [When("the workload cluster is watched for a while")]
    public async Task Watch()
    {
        var api = await Api();
        _pods = await api.Pods();
        await run.Gatekeeper.Window(Budgets.Of(run.Site, "restart window").Limit);
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
                                    Budgets.Of(run.Site, "restart window").Limit,
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
        _kubeconfig = run.KubeconfigFile().Write(run.Cluster.Kubeconfig!);
    }

    [Then("it opens the cluster and lies where only its owner reads it")]
    public async Task Opens() => book.Enter(await book.Ask(() => run.KubeconfigFile().Judge(_kubeconfig)));

    private Task<IKubernetes> Api() => book.Ask(() => run.Cluster.Api());
}
