using Acceptance.Runs;
using Acceptance.Runs.Resources;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

/// <summary>What the run does with load balancers: a throwaway Service, and the failover of the API's.</summary>
[Binding]
public sealed class BalancerSteps(RunParts run, ScenarioBook book, ScenarioEnd end)
{
    private ThrowawayService? _service;
    private ApiFailover? _failover;

    [Given("a throwaway Service of two pods on the workload cluster, with room for its amphora")]
    public async Task MakeService()
    {
        var service = await book.Ask(() => Task.FromResult(run.NewService()));
        _service = service;
        end.Then(service.RemoveIfLeft);
        await book.Do(service.Make);
    }

    [When("ten visitors ask it for a name")]
    public Task Visit() => book.Do(() => _service!.Visit(10));

    [When("the Service is removed")]
    public Task RemoveService() => book.Do(_service!.Remove);

    [Given("the load balancer of the cluster's API, with room for one more amphora")]
    public async Task Prepare()
    {
        _failover = run.NewFailover();
        await book.Do(_failover.Prepare);
    }

    [When("its amphora is replaced while the API is asked without pause")]
    public Task FailOver() => book.Do(_failover!.FailOver);
}
