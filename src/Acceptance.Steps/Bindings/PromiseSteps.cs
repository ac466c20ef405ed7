using Acceptance.Decisions.Checks;
using Acceptance.Runs;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

/// <summary>What must be true: a check of the catalogue, by its promise.</summary>
[Binding]
public sealed class PromiseSteps(RunParts run, ScenarioBook book)
{
    [Then("the cloud keeps its promise that {promise}")]
    public async Task Keeps(Check promise) => book.Enter(await book.Ask(() => run.Inquiry.Ask(promise)));
}
