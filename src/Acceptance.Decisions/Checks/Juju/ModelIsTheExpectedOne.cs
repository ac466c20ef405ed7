using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Juju;

/// <summary>
/// The model and the controller that answered are those of the site, names compared whole (FACTS 0.19).
/// </summary>
public static class ModelIsTheExpectedOne
{
    public static Check Check { get; } =
        new()
        {
            Id = "model-expected",
            Promise = "the model and the controller that answer are those of the site",
            Rung = "juju",
            Gates = true,
            Needs = [SiteNeed.Juju],
            Facts = [JujuFacts.Model, JujuFacts.Controller],
            Judgement = sheet =>
                sheet.Judge(
                    JujuFacts.Model,
                    JujuFacts.Controller,
                    (model, controller, evidence) => Judge(model, controller, sheet.Site.Juju!, evidence)
                ),
        };

    public static Verdict Judge(JujuModel model, JujuController controller, SiteJuju site, Evidence evidence)
    {
        if (model.Name != site.Model || model.Controller != site.Controller)
            return Verdict.Break(
                $"{model.Controller}:{model.Name} answered, the site names {site.Controller}:{site.Model}",
                model.Name,
                null,
                evidence
            );
        if (site.ControllerUuid is { } uuid && controller.Uuid != uuid)
            return Verdict.Break(
                $"the controller {controller.Name} has the uuid {controller.Uuid}, the site names {uuid}: "
                    + $"this is another cloud",
                controller.Name,
                null,
                evidence
            );
        return model.Units.Count == 0
            ? Verdict.NotKnown($"the model {model.Controller}:{model.Name} has no units", null, evidence)
            : Verdict.Keep($"{model.Controller}:{model.Name} answers with {model.Units.Count} units", evidence);
    }
}
