using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Juju;

/// <summary>
/// The model's effective default space is the planned one: another spoils the next deploy, and nothing of this one. It
/// advises: no rung falls with it.
/// </summary>
public static class DefaultSpaceIsPlanned
{
    public static Check Check { get; } =
        new()
        {
            Id = "default-space-planned",
            Promise = "the model's effective default space is the planned one",
            Rung = "juju",
            Needs = [SiteNeed.Juju],
            Facts = [JujuFacts.DefaultSpace],
            Judgement = sheet =>
                sheet.Site.Juju!.DefaultSpace is null
                    ? new Verdict.NotAsked($"the site names no default space ($.juju.defaultSpace)")
                    : sheet.Judge(
                        JujuFacts.DefaultSpace,
                        (space, evidence) => Judge(space, sheet.Site.Juju, sheet.Site.Juju.DefaultSpace, evidence)
                    ),
        };

    public static Verdict Judge(string space, SiteJuju site, string planned, Evidence evidence) =>
        space == planned
            ? Verdict.Keep($"the model {site.Model} puts what is not bound elsewhere into {space}", evidence)
            : Verdict.Break(
                $"the model {site.Model} puts what is not bound elsewhere into "
                    + $"{(space.Length == 0 ? "no space of its own (default-space is empty)" : space)}, not into "
                    + $"{planned}: the next deploy would",
                site.Model,
                DefaultSpace.Id,
                evidence
            );
}
