using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

/// <summary>What a known issue has an operator type, typed on the rehearsal cloud.</summary>
[Binding]
public sealed class RemedySteps(RehearsalScene scene, ScenarioBook book)
{
    [Then("no other entry is named but what follows from it")]
    public async Task NamesNoNeighbour() => book.Enter(await book.Ask(() => scene.Remedy().JudgeNeighbours()));

    [Then("its fast confirm, as typed, shows the cause")]
    public async Task Confirms() => book.Enter(await book.Ask(() => scene.Remedy().Confirm()));

    [When("its fix is typed, step by step")]
    public async Task Fix() => book.Enter(await book.Ask(() => scene.Remedy().Fix(scene.Fault.Id)));

    [Then("all that saw it is kept again, and its fast confirm shows nothing")]
    public async Task Prove() => book.Enter(await book.Ask(() => scene.Remedy().Prove()));

    [Then("what {word} warns of, as typed, makes it worse")]
    public async Task GetsWorse(string entry) => book.Enter(await book.Ask(() => scene.Remedy(entry).DoAsWarned()));
}
