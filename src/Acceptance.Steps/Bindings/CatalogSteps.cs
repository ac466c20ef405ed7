using Acceptance.Cloud;
using Acceptance.Cloud.Hosts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class CatalogSteps(RunParts run, ScenarioBook book)
{
    private SiteEndpoint? _endpoint;
    private Reading<HttpAnswer>? _answer;
    private Reading<IReadOnlyList<CatalogService>>? _catalog;

    [When("the jumphost asks {word} at its public address")]
    public async Task Ask(string service)
    {
        _endpoint = run.Site.Endpoints.FirstOrDefault(one => one.Service == service);
        if (_endpoint is null)
            book.Enter(new Verdict.NotAsked($"the site names no address for {service}"));
        else
            _answer = await run.Cloud.Http.Ask(_endpoint.Url);
    }

    [Then("the answer is one that the service gives in good health")]
    public void Answers() => book.Enter(EveryVipAnswers.JudgeOne(_endpoint!, _answer!));

    [When("the operator reads the catalog")]
    public async Task ReadCatalog() => _catalog = await run.Facts.Catalog();

    [Then("every service of the catalog is either asked or left out with a reason")]
    public void AskedOrLeftOut() =>
        book.Enter(
            _catalog!.Judge((catalog, evidence) => EveryServiceIsAccountedFor.Judge(catalog, run.Site, evidence))
        );

    [Then("the deferral of the name service holds")]
    public void Deferral()
    {
        book.Contradicted = _catalog!.ValueOrDefault is { } catalog && DnsIsDeferred.Contradicted(catalog);
        book.Enter(_catalog!.Judge(DnsIsDeferred.Judge));
    }
}
