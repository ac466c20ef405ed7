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

    public static Check Acts { get; } =
        new()
        {
            Id = "model-available",
            Promise = "Juju can act on the cloud through the model",
            Rung = "juju",
            Needs = [SiteNeed.Juju],
            Facts = [JujuFacts.Model],
            Judgement = sheet => sheet.Judge(JujuFacts.Model, JudgeStatus),
        };

    /// <summary>A suspended model still answers: units are seen, and nothing can be done to them.</summary>
    public static Verdict JudgeStatus(JujuModel model, Evidence evidence) =>
        model.Status switch
        {
            { Known: ModelStatus.Available } => Verdict.Keep($"the model {model.Name} is available", evidence),
            { Unsaid: true } => Verdict.NotKnown($"juju says nothing of the model {model.Name}", null, evidence),
            { Known: ModelStatus.Suspended } => Verdict.Break(
                $"the model {model.Name} is suspended ({Why(model)}){Moment.Since(model.StatusSince)}: Juju can no "
                    + $"longer act on the cloud until its credential is renewed (juju update-credential)",
                model.Name,
                ModelSuspended.Id,
                evidence
            ),
            { Known: null } => Verdict.NotKnown(
                $"the model {model.Name} is {model.Status}, which is no state of a model",
                null,
                evidence
            ),
            _ => Verdict.Break(
                $"the model {model.Name} is {model.Status} ({Why(model)}){Moment.Since(model.StatusSince)}",
                model.Name,
                null,
                evidence
            ),
        };

    private static string Why(JujuModel model) =>
        model.StatusMessage.Length == 0 ? "no reason given" : model.StatusMessage;

    // The model of a user's: ADMIN/MODEL is the model that calls itself MODEL.
    private static string Bare(string model) => model[(model.LastIndexOf('/') + 1)..];

    public static Verdict Judge(JujuModel model, JujuController controller, SiteJuju site, Evidence evidence)
    {
        if (Bare(model.Name) != Bare(site.Model) || model.Controller != site.Controller)
            return Verdict.Break(
                $"{model.Controller}:{model.Name} answered, the site names {site.Controller}:{site.Model}: "
                    + $"have $.juju of the site name the model that is meant",
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
