using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Runs.Readings;
using Acceptance.Runs.Resources;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class PrerequisiteSteps(RunParts run, ScenarioBook book)
{
    private readonly Dictionary<string, Verdict> _read = [];

    [When("the operator reads the tenant set-up")]
    public async Task ReadSetup()
    {
        _read["network"] = await run.Setup.NetworkAndKeypair();
        _read["flavors"] = await run.Setup.Flavors();
    }

    [Then("the external network and the keypair are there")]
    public void Network() => book.Enter(_read["network"]);

    [Then("both flavors have their sizes")]
    public void Flavors() => book.Enter(_read["flavors"]);

    [When("the operator reads the roles on the project")]
    public async Task ReadRoles() => _read["roles"] = await run.Setup.Roles();

    [Then("the creating user carries every needed role")]
    public void Roles() => book.Enter(_read["roles"]);

    [When("the compute units are asked for their reserve")]
    public async Task ReadReserve() => _read["reserve"] = await new RungReadings(run.Cloud, run.Facts).Reserves();

    [Then("every compute unit keeps the agreed memory back")]
    public void Reserve() => book.Enter(_read["reserve"]);

    [When("the operator reads the load balancers")]
    public async Task ReadBalancers()
    {
        if (run.Site.Octavia is null)
            book.Enter(new Verdict.NotAsked("the site has no octavia section"));
        var octavia = run.Octavia;
        (_read["balancers"], _read["amphorae"]) = (await octavia.Balancers(), await octavia.Amphorae());
    }

    [Then("every load balancer of the platform serves")]
    public void Balancers() => book.Enter(_read["balancers"]);

    [Then("no amphora is broken or orphaned")]
    public void Amphorae() => book.Enter(_read["amphorae"]);

    [When("the conductors are asked what they run")]
    public async Task ReadDriver() => _read["driver"] = await run.Setup.Driver();

    [Then("every running conductor has the agreed driver")]
    public void Driver() => book.Enter(_read["driver"]);
}
