using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs;
using Acceptance.Steps.Scenarios;
using Reqnroll;

namespace Acceptance.Steps.Bindings;

[Binding]
public sealed class TenantSetupSteps(RunParts run, ScenarioBook book)
{
    private Reading<IReadOnlyList<Image>>? _images;

    [When("the kube image is made sure of")]
    public async Task EnsureImage() => _images = await book.Ask(() => run.Image.Ensure());

    [Then("the image is active")]
    public void ImageActive() =>
        book.Enter(
            _images!.Judge(
                (all, evidence) =>
                    TheImageStandsAlone.Judge(all, run.Site.Workload!.Image.Name, run.Image.Cleared, evidence)
            )
        );

    [Then("the image carries its version and its distribution")]
    public void ImageCarries() =>
        book.Enter(
            _images!.Judge((all, evidence) => TheImageCarriesItsVersion.Judge(all, run.Site.Workload!.Image, evidence))
        );

    [When("the cluster template is made sure of")]
    public Task EnsureTemplate() => book.Ask(() => run.Template.Ensure());

    [Then("every field of the template is as written")]
    public async Task TemplateAsWritten() => book.Enter(await run.Template.Judge());
}
