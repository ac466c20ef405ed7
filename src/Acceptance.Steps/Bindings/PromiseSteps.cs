using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Gates;
using Acceptance.Runs;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

/// <summary>What must be true: a check of the catalogue by its promise, and the exit gate.</summary>
[Binding]
public sealed class PromiseSteps(AcceptanceRun run, ScenarioBook book)
{
    [Then("the cloud keeps its promise that {promise}")]
    public async Task Keeps(Check promise) => book.Enter(await book.Ask(() => run.Opened!.Inquiry.Ask(promise)));

    [Then("the cloud is accepted")]
    public void Accepted() => book.Enter(ExitGate.Judge(run.Book.Records));
}
