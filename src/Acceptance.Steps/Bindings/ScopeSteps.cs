using Acceptance.Cloud;
using Acceptance.Cloud.Hypervisor;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class ScopeSteps(RunParts run, ScenarioBook book)
{
    private Reading<TokenFacts>? _admin;
    private Reading<TokenFacts>? _tenant;

    [When("the operator asks as administrator and then as the tenant project")]
    public async Task AskBoth()
    {
        if (run.Site.Workload is null)
            book.Enter(new Verdict.NotAsked("the site has no workload section"));
        _admin = await run.Cloud.OpenStack.Token(Scope.Admin);
        _tenant = await run.Cloud.OpenStack.Token(run.Tenant);
    }

    [Then("each answer is for the scope that was asked")]
    public void EachInItsScope() =>
        book.Enter(
            _admin!.Judge(
                (admin, _) =>
                    _tenant!.Judge(
                        (tenant, evidence) => ScopesAreApart.Judge(admin, tenant, run.Site.Workload!, evidence)
                    )
            )
        );

    [Then("no programs of the jumphost inherit a scope")]
    public async Task NothingInherited() =>
        book.Enter((await run.Cloud.Shell.OnJumphost(ScopesAreApart.Command)).Judge(ScopesAreApart.JudgeEnvironment));

    [Then("the project is the one that bears the name in its domain today")]
    public async Task ResolvedLive()
    {
        var site = run.Site.Workload!;
        var project = await run.Cloud.OpenStack.Identity.Project(site.Project, site.Domain);
        book.Enter(
            _tenant!.Judge(
                (tenant, _) => project.Judge((found, evidence) => ScopesAreApart.JudgeResolved(tenant, found, evidence))
            )
        );
    }
}
