using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// The image's name stands for one active image. A refused web-download leaves a record of the same name in queued
/// for ever, and then the name stands for two (FINDING-3): whoever asks by name gets neither. An image that was there
/// and is verified is told apart from one that was absent and is seeded (DOCFIX-064).
/// </summary>
public static class ImageStandsAlone
{
    public static Check Check { get; } =
        new()
        {
            Id = "image-stands-alone",
            Promise = "the kube image is active, and alone under its name",
            Rung = "magnum",
            Needs = [SiteNeed.Workload],
            Facts = [MagnumFacts.Images, MagnumFacts.ClearedImages],
            Judgement = sheet =>
                sheet.Judge(
                    MagnumFacts.Images,
                    (all, evidence) =>
                        Judge(
                            all,
                            sheet.Site.Workload!.Image.Name,
                            sheet.Reading(MagnumFacts.ClearedImages).ValueOrDefault,
                            evidence
                        )
                ),
        };

    public const string Entry = Finding3.Id;

    /// <param name="cleared">
    /// Ids of queued remnants that this run removed before it seeded the image; null where it found an active one.
    /// </param>
    public static Verdict Judge(
        IReadOnlyList<Image> named,
        string name,
        IReadOnlyList<string>? cleared,
        Evidence evidence
    )
    {
        if (named.Count == 0)
            return Verdict.NotKnown($"no image is called {name}", null, evidence);
        Finding[] remnants =
        [
            .. named
                .Where(image => !IsActive(image))
                .Select(image => new Finding(
                    $"the image {name} ({image.Id}) is {image.Status}, {Beside(named)}{WayOut(image)}",
                    image.Id,
                    EntryOf(image),
                    evidence
                )
                {
                    MaySettle = IsOnItsWay(image),
                }),
        ];
        if (remnants.Length > 0)
            return new Verdict.Broken(remnants);
        if (named.Count > 1)
            return Verdict.NotKnown(
                $"{named.Count} images are called {name}: "
                    + $"{string.Join(", ", named.Select(image => image.Id))}; keep one",
                null,
                evidence
            );
        return cleared switch
        {
            null => Verdict.Keep(
                $"{name} was present and is verified by its id {named[0].Id}: active, {AsRead(named[0])}",
                evidence
            ),
            [] => Verdict.Keep(Seeded(named[0]), evidence),
            _ => new Verdict.Recovered(
                Seeded(named[0]),
                $"the queued remnant {string.Join(", ", cleared)} of a refused web-download was removed "
                    + $"(FINDING-3), and the image was staged and imported"
            ),
        };
    }

    /// <summary>
    /// A remnant of a refused import; none where somebody is at work on the image or has taken it out of use: its fix
    /// would delete it.
    /// </summary>
    internal static string? EntryOf(Image image) =>
        image.Status.Known is ImageStatus.Queued or ImageStatus.Killed ? Entry : null;

    private static bool IsOnItsWay(Image image) =>
        image.Status.Known is ImageStatus.Saving or ImageStatus.Uploading or ImageStatus.Importing;

    private static string WayOut(Image image) =>
        image.Status.Is(ImageStatus.Deactivated)
            ? $": an administrator took it out of use, and `openstack image set --activate {image.Id}` puts it back"
        : IsOnItsWay(image) ? ": somebody is at work on it, so delete nothing"
        : "";

    private static Sentence Seeded(Image image) =>
        $"{image.Name} was absent and is seeded from a verified file: {image.Id} is active, {AsRead(image)}";

    // What decides whether a create can use it: its own words, wanted or not.
    private static Sentence AsRead(Image image) =>
        $"{(image.Visibility.Unsaid ? "of no visibility" : image.Visibility.Word)}, "
        + $"{(image.Properties.TryGetValue("os_distro", out var distro) ? $"os_distro {distro}" : "no os_distro")}, "
        + $"{image.DiskFormat ?? "of no disk_format"}";

    private static bool IsActive(Image image) => image.Status.Is(ImageStatus.Active);

    private static Sentence Beside(IReadOnlyList<Image> named) =>
        named.Any(IsActive) ? (Sentence)$"beside the active one of the same name" : $"and none of that name is active";
}
