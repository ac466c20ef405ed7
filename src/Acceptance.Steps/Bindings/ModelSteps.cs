using Acceptance.Cloud;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class ModelSteps(RunParts run, ScenarioBook book)
{
    private Reading<JujuModel>? _model;

    [When("the operator reads the model")]
    public async Task ReadModel() => _model = await run.Facts.Model();

    [Then("every unit says what the site calls normal for it")]
    public void EveryUnit() => Judge(EveryUnitIsAsExpected.Judge);

    [Then("every application has its units")]
    public void EveryApplication() => Judge(EveryUnitIsAsExpected.JudgeCounts);

    private void Judge(Func<JujuModel, SiteJuju, Evidence, Verdict> check) =>
        book.Enter(
            run.Site.Juju is { } site
                ? _model!.Judge((model, evidence) => check(model, site, evidence))
                : new Verdict.NotAsked("the site has no juju section")
        );
}
