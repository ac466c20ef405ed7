using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// Octavia takes the newest image that has its charm's tag; another charm stamps the images. Where the two options
/// differ, none is found, and no balancer can be made or failed over (LP #1937003).
/// </summary>
public static class AmphoraImageIsTagged
{
    public static Check Check { get; } =
        new()
        {
            Id = "amphora-image-tagged",
            Promise = "amphora images are stamped with the tag that octavia looks for",
            Rung = "octavia",
            Gates = true,
            Needs = [SiteNeed.Octavia, SiteNeed.Juju],
            Facts = [OctaviaFacts.ImageTags],
            Judgement = sheet => sheet.Judge(OctaviaFacts.ImageTags, Judge),
        };

    public static Verdict Judge(IReadOnlyList<AmphoraImageTag> tags, Evidence evidence)
    {
        AmphoraImageTag[] seekers = [.. tags.Where(one => one.CharmName == OctaviaFacts.Seeker)];
        AmphoraImageTag[] stampers = [.. tags.Where(one => one.CharmName == OctaviaFacts.Stamper)];
        if (seekers.Length == 0 || stampers.Length == 0)
            return Verdict.NotKnown(
                $"juju lists no application of the charm "
                    + $"{(seekers.Length == 0 ? OctaviaFacts.Seeker : OctaviaFacts.Stamper)}, so that there are no "
                    + $"two tags to compare",
                null,
                evidence
            );
        if (seekers.Concat(stampers).FirstOrDefault(one => one.Tag.Length == 0) is { } unset)
            return Verdict.NotKnown($"the option amp-image-tag of {unset.Application} is empty", null, evidence);
        return Verdict.From(
            seekers
                .Where(seeker => stampers.All(stamper => stamper.Tag != seeker.Tag))
                .Select(seeker => new Finding(
                    $"{seeker.Application} looks for images with the tag {seeker.Tag} and finds none, however many are "
                        + $"active: {Stamps(stampers)}",
                    seeker.Application,
                    AmpImageTagMismatch.Id,
                    evidence
                )),
            () => $"{string.Join(", ", seekers.Select(one => one.Application))} looks for what {Stamps(stampers)}",
            evidence
        );
    }

    private static Sentence Stamps(IReadOnlyList<AmphoraImageTag> stampers) =>
        Sentence.Join(", ", stampers.Select(stamper => (Sentence)$"{stamper.Application} stamps: {stamper.Tag}"));
}
