using Acceptance.Cloud.Hosts;
using Acceptance.Decisions.Checks;
using Acceptance.Runs;
using Acceptance.Runs.Rehearsals;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

/// <summary>
/// A cloud of its own, broken in a named way: what a runbook's line sees of it, and what a check does.
/// </summary>
[Binding]
public sealed class RehearsalSteps(AcceptanceRun run, RehearsalScene scene, ScenarioBook book, ScenarioEnd end)
{
    private LiteralLine? _line;
    private ShellAnswer? _answer;

    [Given("a rehearsal cloud where {word} has struck")]
    public Task Break(string fault) => BreakIn("accepted", fault);

    [Given("a rehearsal cloud without clusters where {word} has struck")]
    public Task BreakWithoutClusters(string fault) => BreakIn("rebuilt", fault);

    [When("the runbook's line {word} is run on it")]
    public async Task RunLine(string id)
    {
        _line = LiteralLine.WithId(id);
        _answer = await book.Ask(async () => (await _line.Run(scene.Cloud, run.Settings.Root)).OrStop());
    }

    [Then("the line sees nothing wrong")]
    public void SeesNothing() => book.Enter(_line!.JudgeFooled(_answer!));

    [Then("the check that {promise} names the victim")]
    public async Task NamesTheVictim(Check promise)
    {
        scene.Verdict = await book.Ask(() => scene.Cloud.Ask(promise));
        book.Enter(Detection.OfVictim(scene.Verdict, scene.Fault.Victim!));
    }

    [Then("the check that {promise} says that nothing was seen")]
    public async Task SaysThatNothingWasSeen(Check promise)
    {
        scene.Verdict = await book.Ask(() => scene.Cloud.Ask(promise));
        book.Enter(Detection.OfNothing(scene.Verdict));
    }

    [Then("it leads the operator to {word}")]
    public void LeadsTo(string entry) => book.Enter(Detection.OfEntry(scene.Verdict!, entry));

    private async Task BreakIn(string world, string fault)
    {
        scene.Cloud = await run.Source.OpenRehearsal(world);
        end.Then(scene.Cloud);
        scene.Fault = await book.Ask(() => scene.Cloud.Break(fault));
    }
}
