using Acceptance.Decisions.Gates;
using Acceptance.Runs;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

/// <summary>The exit gate judges what this run has recorded, and needs no cloud for it.</summary>
[Binding]
public sealed class ExitGateSteps(AcceptanceRun run, ScenarioBook book)
{
    [Then("the cloud is accepted")]
    public void Accepted() => book.Enter(ExitGate.Judge(run.Book.Records));
}
