using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class ExitGateSteps(AcceptanceRun run, ScenarioBook book)
{
    private IReadOnlyList<ScenarioRecord> _records = [];

    [When("the verdicts of this run are read")]
    public void Read() => _records = run.Book.Records;

    [Then("the cloud is accepted")]
    public void Accepted() => book.Enter(ExitGate.Judge(_records));
}
