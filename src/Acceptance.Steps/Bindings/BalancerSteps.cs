using Acceptance.Cloud;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.LoadBalancing;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Runs.Resources;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class BalancerSteps(RunParts run, ScenarioBook book, ScenarioEnd end)
{
    private ThrowawayService? _service;
    private ApiFailover? _failover;
    private (IReadOnlyList<string> Answers, Evidence Evidence) _visits;
    private Verdict? _room;

    [Given("a throwaway Service of two pods on the workload cluster, with room for its amphora")]
    public async Task MakeService()
    {
        var service = await book.Ask(() => Task.FromResult(run.NewService()));
        _service = service;
        end.Then(service.RemoveIfLeft);
        await book.Do(service.Make);
    }

    [When("ten visitors ask it for a name")]
    public async Task Visit() => _visits = await book.Ask(() => _service!.Visit(10));

    [Then("both pods have answered")]
    public async Task BothAnswered() =>
        book.Enter(
            BothPodsAnswer.Judge(
                _visits.Answers,
                await book.Ask(() => _service!.Pods()),
                run.Site.Workload!.Cluster,
                _visits.Evidence
            )
        );

    [Then("its load balancer was made by the cloud controller")]
    public void MadeByController() =>
        book.Enter(
            _service!.BalancerName.StartsWith("kube_service_", StringComparison.Ordinal)
                ? Verdict.Keep($"{_service.BalancerName} stands behind {_service.Address}")
                : Verdict.Break(
                    $"{_service.BalancerName} stands behind {_service.Address}, which the cloud controller did not name",
                    _service.BalancerName,
                    "DOCFIX-040-phase-08"
                )
        );

    [Then("after its removal nothing of it is left")]
    public async Task NothingLeft() =>
        book.Enter(
            NothingIsLeft.Judge(
                $"the Service {_service!.Name}",
                await book.Ask(() => _service.Remove()),
                _visits.Evidence
            )
        );

    [When("Placement is asked for the room of one amphora")]
    public async Task AskRoom() => _room = await run.Octavia.Room();

    [Then("at least one host can take it")]
    public void Room() => book.Enter(_room!);

    [Given("the load balancer of the cluster's API, with room for one more amphora")]
    public async Task Prepare()
    {
        _failover = run.NewFailover();
        await book.Do(_failover.Prepare);
    }

    [When("its amphora is replaced while the API is asked without pause")]
    public Task FailOver() => book.Do(_failover!.FailOver);

    [Then("it serves again, and its addresses are the ones it had")]
    public void ServesAgain() => book.Enter(_failover!.JudgeBalancer());

    [Then("the API paused no longer than its budget")]
    public void Blip() => book.Enter(_failover!.JudgeBlip());

    [Then("nodes and pods are the ones they were")]
    public void Untouched() => book.Enter(_failover!.JudgeUntouched());
}
