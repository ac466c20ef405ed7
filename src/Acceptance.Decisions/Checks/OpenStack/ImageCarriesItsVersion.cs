using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// The kube image is active and carries os_distro and a kube_version that equals the one in its name (L-P6-3, FACTS
/// 0.22).
/// </summary>
public static class ImageCarriesItsVersion
{
    public static Check Check { get; } =
        new()
        {
            Id = "image-carries-its-version",
            Promise = "the kube image carries its version and its distribution",
            Rung = "magnum",
            Needs = [SiteNeed.Workload],
            Facts = [MagnumFacts.Images],
            Judgement = sheet =>
                sheet.Judge(MagnumFacts.Images, (all, evidence) => Judge(all, sheet.Site.Workload!.Image, evidence)),
        };

    public const string Entry = LP63.Id;

    public static Verdict Judge(IReadOnlyList<Image> named, SiteImage site, Evidence evidence)
    {
        if (named.FirstOrDefault(image => image.Status.Is(ImageStatus.Active)) is not { } image)
        {
            return named.Count == 0
                ? Verdict.Break($"no image is called {site.Name}", site.Name, null, evidence)
                : Verdict.Break(
                    $"the image {site.Name} ({named[0].Id}) is {named[0].Status}",
                    named[0].Id,
                    ImageStandsAlone.EntryOf(named[0]),
                    evidence
                );
        }

        var version = image.Properties.GetValueOrDefault("kube_version");
        var distro = image.Properties.GetValueOrDefault("os_distro");
        List<Finding> findings = [];
        if (version != site.KubeVersion || !site.Name.EndsWith(site.KubeVersion, StringComparison.Ordinal))
            findings.Add(
                new Finding(
                    $"the image {image.Name} carries kube_version {version ?? "none"}, "
                        + $"its name says {site.KubeVersion}",
                    image.Name,
                    Entry,
                    evidence
                )
            );
        if (distro != site.OsDistro)
            findings.Add(
                new Finding(
                    $"the image {image.Name} carries os_distro {distro ?? "none"}, not {site.OsDistro}",
                    image.Name,
                    Entry,
                    evidence
                )
            );
        return Verdict.From(
            findings,
            () => $"{image.Name} is active, kube_version {version}, os_distro {distro}{DiskFormat(image)}",
            evidence
        );
    }

    // CORRECTION-1: a plain upload stores qcow2, which boots but cannot be cloned fast by Ceph: a note, no finding.
    private static string DiskFormat(Image image) =>
        image.DiskFormat == "qcow2" ? ", stored as qcow2 (CORRECTION-1: --import would give raw)" : "";
}
