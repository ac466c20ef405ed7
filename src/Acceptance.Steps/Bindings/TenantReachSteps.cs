using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class TenantReachSteps(RunParts run, ScenarioBook book)
{
    private Reading<ShellAnswer>? _answer;
    private Verdict? _fip;

    [When("the management machine asks the identity service")]
    public async Task AskFromInside()
    {
        if (run.Site.Management is not { } site)
            book.Enter(new Verdict.NotAsked("the site has no management section"));
        else
            _answer = await run.Management.On(TenantReachesTheVip.Command(site.ReachableFromTenant));
    }

    [Then("the port opens to it")]
    public void PortOpens() =>
        book.Enter(
            _answer!.Judge((answer, evidence) => TenantReachesTheVip.JudgePort(answer, run.Site.Management!, evidence))
        );

    [Then("the service itself answers it")]
    public void ServiceAnswers() =>
        book.Enter(
            _answer!.Judge(
                (answer, evidence) => TenantReachesTheVip.JudgeService(answer, run.Site.Management!, evidence)
            )
        );

    [When("the operator reads the address on file for the management machine")]
    public async Task ReadFile() => _fip = await run.Management.JudgeFip();

    [Then("it is the floating address of that machine")]
    public void IsItsAddress() => book.Enter(_fip!);
}
