using Acceptance.Cloud.Hosts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Traps;
using Acceptance.Runs;
using Acceptance.Runs.Rehearsals;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

/// <summary>
/// Ways of working that go wrong, walked into on a cloud of their own; and what is normal there, and often taken for
/// a fault.
/// </summary>
[Binding]
public sealed class TrapSteps(AcceptanceRun run, RehearsalScene scene, ScenarioBook book, ScenarioEnd end)
{
    private ShownEntry? _shown;
    private ShellAnswer? _answer;

    [When("the trap of {word} is sprung in a real shell")]
    public Task Spring(string entry) => Show(ShownEntry.Sprung(entry));

    [When("what {word} calls normal is looked at in a real shell")]
    public Task LookAt(string entry) => Show(ShownEntry.LookAlike(entry));

    [Then("it shows what the entry says")]
    public void Shows() => book.Enter(_shown!.Judge(_answer!));

    [Then("the rule of {word} avoids it")]
    public async Task Avoids(string entry)
    {
        await Show(ShownEntry.Avoided(entry));
        Shows();
    }

    [Then("our own drivers keep the rule of {word}")]
    public async Task Keep(string entry) =>
        book.Enter(ShownEntry.RuleOf(entry).Judge(await book.Ask(run.Flight.Called), entry));

    [Then("the rehearsal cloud keeps its promise that {promise}")]
    public async Task KeepsThere(Check promise) =>
        book.Enter(await book.Ask(async () => await (await Open()).Ask(promise)));

    [Then("nothing that this suite can start breaks the rule of {word}")]
    public void Keeps(string entry) => book.Enter(ShownEntry.RuleOf(entry).Judge(CalledProgram.Ours, entry));

    [Then("no check alarms")]
    public async Task IsCalm() =>
        book.Enter(
            ShownEntry.JudgeCalm(
                await book.Ask(async () => await (await Open()).Ask(CheckCatalogue.All.Where(check => check.Gates)))
            )
        );

    private async Task Show(ShownEntry shown)
    {
        _shown = shown;
        _answer = await book.Ask(async () => (await shown.Run(await Open(), run.Settings.Root)).OrStop());
    }

    /// <summary>The cloud that a fault has struck; a sound one where none has.</summary>
    private async Task<Rehearsal> Open()
    {
        if (!scene.IsOpen)
        {
            scene.Cloud = await run.Source.OpenRehearsal("accepted");
            end.Then(scene.Cloud);
        }

        return scene.Cloud;
    }
}
