using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Runs.Rehearsals;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class RehearsalSteps(AcceptanceRun run, ScenarioBook book, ScenarioEnd end)
{
    private ICloud? _cloud;
    private LiteralLine? _line;
    private ShellAnswer? _answer;

    [Given("a rehearsal cloud that suffers from {word}")]
    public async Task Suffering(string fault)
    {
        var cloud = await run.Source.OpenRehearsal("accepted");
        _cloud = cloud;
        end.Then(cloud);
        var injected = await book.Ask(async () => (await cloud.Faults.Inject(fault)).OrStop());
        // A fault that found nobody to strike would prove nothing.
        book.Enter(
            injected.Victim is { } victim
                ? Verdict.Keep($"{fault} struck {victim}")
                : Verdict.NotKnown($"the fault {fault} found no victim")
        );
    }

    [When("the runbook's line for the charms is run on it")]
    public Task Charms() => Run(LiteralLine.Charms);

    [When("the runbook's line for the addresses is run on it")]
    public Task Addresses() => Run(LiteralLine.Addresses);

    [When("the runbook's line for tenant reach is run on it")]
    public Task TenantReach() => Run(LiteralLine.TenantReach);

    [When("the runbook's line for stuck pods is run on it")]
    public Task StuckPods() => Run(LiteralLine.StuckPods);

    [Then("the line sees nothing wrong")]
    public void SeesNothing() =>
        book.Enter(
            _line!.SeesNothing(_answer!)
                ? Verdict.Keep(
                    $"the line {_line.Id} reads green: {(_answer!.Stdout.Trim().Length == 0 ? "it prints nothing" : _answer.Stdout.Trim())}"
                )
                : Verdict.Break(
                    $"the line {_line.Id} was not fooled: exit {_answer!.Exit}, {_answer.Stdout.Trim()} {_answer.Stderr.Trim()}",
                    _line.Id,
                    null
                )
        );

    [Then("the check of the charms does")]
    public Task ChecksCharms() => Names(new RehearsalChecks(_cloud!).Charms());

    [Then("the check of the addresses does")]
    public Task ChecksAddresses() => Names(new RehearsalChecks(_cloud!).Addresses());

    [Then("the check of tenant reach does")]
    public Task ChecksTenantReach() => Names(new RehearsalChecks(_cloud!).TenantReach());

    [Then("the check of the containers does")]
    public Task ChecksContainers() => Names(new RehearsalChecks(_cloud!).Containers());

    private async Task Run(LiteralLine line)
    {
        _line = line;
        _answer = await book.Ask(async () => (await line.Run(_cloud!, run.Settings.Root)).OrStop());
    }

    private async Task Names(Task<Verdict> check)
    {
        var verdict = await check;
        book.Enter(
            verdict is Verdict.Broken or Verdict.Unknown
                ? Verdict.Keep($"the check says: {verdict.Sentence}")
                : Verdict.Break($"the check was fooled too: {verdict.Sentence}", _line!.Id, null)
        );
    }
}
