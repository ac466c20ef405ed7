using Acceptance.Cloud.Faults;
using Acceptance.Cloud.Hosts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Runs.Rehearsals;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

/// <summary>
/// A cloud of its own, broken in a named way: what a runbook's line sees of it, and what a check does.
/// </summary>
[Binding]
public sealed class RehearsalSteps(AcceptanceRun run, ScenarioBook book, ScenarioEnd end)
{
    private Rehearsal? _rehearsal;
    private InjectedFault? _fault;
    private LiteralLine? _line;
    private ShellAnswer? _answer;
    private Verdict? _verdict;

    [Given("a rehearsal cloud where {word} has struck")]
    public async Task Break(string fault)
    {
        _rehearsal = new Rehearsal(await run.Source.OpenRehearsal("accepted"));
        end.Then(_rehearsal);
        _fault = await book.Ask(() => _rehearsal.Break(fault));
    }

    [When("the runbook's line {word} is run on it")]
    public async Task RunLine(string id)
    {
        _line = LiteralLine.WithId(id);
        _answer = await book.Ask(async () => (await _line.Run(_rehearsal!, run.Settings.Root)).OrStop());
    }

    [Then("the line sees nothing wrong")]
    public void SeesNothing() => book.Enter(_line!.JudgeFooled(_answer!));

    [Then("the check that {promise} names the victim")]
    public async Task NamesTheVictim(Check promise)
    {
        _verdict = await book.Ask(() => _rehearsal!.Ask(promise));
        book.Enter(Detection.OfVictim(_verdict, _fault!.Victim!));
    }

    [Then("the check that {promise} says that nothing was seen")]
    public async Task SaysThatNothingWasSeen(Check promise) =>
        book.Enter(Detection.OfNothing(await book.Ask(() => _rehearsal!.Ask(promise))));

    [Then("it leads the operator to {word}")]
    public void LeadsTo(string entry) => book.Enter(Detection.OfEntry(_verdict!, entry));
}
