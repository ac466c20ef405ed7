using Acceptance.Cloud;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Vault;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Checks.Vault;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Runs.Readings;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class VaultSteps(RunParts run, ScenarioBook book)
{
    private static readonly Verdict NoVault = new Verdict.NotAsked("the site has no vault section");
    private Reading<IReadOnlyDictionary<string, SealStatus>>? _seals;
    private string[] _units = [];

    [When("Vault is asked on its own units")]
    public async Task AskVault()
    {
        if (run.Site is not { Vault: not null, Juju: { } juju })
            book.Enter(NoVault);
        else
            _units =
            [
                .. (await run.Facts.Model())
                    .ValueOrDefault?.Units.Where(unit => unit.Application == Roles.Of(juju, Roles.Vault))
                    .Select(unit => unit.Name)
                    ?? [],
            ];
        _seals = await run.Cloud.Vault.SealStatus();
    }

    [Then("every Vault unit is unsealed")]
    public void Unsealed() =>
        book.Enter(_seals!.Judge((seals, evidence) => VaultIsUnsealed.Judge(_units, seals, evidence)));

    [Then("three of five shares unseal it")]
    public void Threshold() =>
        book.Enter(
            _seals!.Judge((seals, evidence) => VaultIsUnsealed.JudgeThreshold(seals, run.Site.Vault!, evidence))
        );

    [Then("a manual unseal is on record and still counts")]
    public void Drill() => book.Enter(VaultIsUnsealed.JudgeDrill(run.Site.Vault!, run.Cloud.Clock.Now));
}
