using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Steps.Runs;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class TenantSetupSteps(AcceptanceRun run, ScenarioBook book)
{
    private Reading<IReadOnlyList<Image>>? _images;
    private Reading<ClusterTemplate>? _template;

    [When("the kube image is made sure of")]
    public async Task EnsureImage() => _images = await book.Ask(() => run.Opened!.Image.Ensure());

    [Then("the image is active")]
    public void ImageActive() => book.Enter(_images!.Judge((all, evidence) => all.FirstOrDefault(image => image.Status == "active") is { } image
        ? Verdict.Keep($"{image.Name} is active ({image.Id})", evidence)
        : Verdict.Break("the image is not active", run.Opened!.Site.Workload!.Image.Name, "FINDING-3", evidence)));

    [Then("the image carries its version and its distribution")]
    public void ImageCarries() => book.Enter(_images!.Judge((all, evidence) => TheImageCarriesItsVersion.Judge(all, run.Opened!.Site.Workload!.Image, evidence)));

    [When("the cluster template is made sure of")]
    public async Task EnsureTemplate() => _template = await book.Ask(() => run.Opened!.Template.Ensure());

    [Then("every field of the template is as written")]
    public async Task TemplateAsWritten()
    {
        var site = run.Opened!.Site.Workload!;
        var images = (await run.Opened.Cloud.OpenStack.Images.Named(Scope.Admin, site.Image.Name)).ValueOrDefault ?? [];
        var networks = (await run.Opened.Cloud.OpenStack.Network.Networks(run.Opened.Tenant)).ValueOrDefault ?? [];
        book.Enter(_template!.Judge((template, evidence) => TheTemplateIsAsWritten.Judge(
            template, site, [.. images.Select(image => image.Id)], [.. networks.Where(one => one.Name == site.ExternalNetwork).Select(one => one.Id)], evidence)));
    }
}
