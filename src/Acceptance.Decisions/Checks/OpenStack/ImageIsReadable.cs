using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.OpenStack;

/// <summary>
/// Magnum reads the image's os_distro as whoever makes a template or a cluster: of an image that is not theirs to see
/// it makes the type "Unset", and refuses (DOCFIX-064).
/// </summary>
public static class ImageIsReadable
{
    public static Check Check { get; } =
        new()
        {
            Id = "image-readable",
            Promise = "who creates clusters can read the kube image",
            Rung = "magnum",
            Needs = [SiteNeed.Workload],
            Facts = [MagnumFacts.Images, IdentityFacts.TenantToken],
            Judgement = sheet =>
                sheet.Judge(
                    MagnumFacts.Images,
                    IdentityFacts.TenantToken,
                    (all, tenant, evidence) => Judge(all, tenant, sheet.Site.Workload!, evidence)
                ),
        };

    public const string Entry = Docfix064.Id;

    public static Verdict Judge(IReadOnlyList<Image> named, TokenFacts tenant, SiteWorkload site, Evidence evidence) =>
        named.FirstOrDefault(image => image.Status.Is(ImageStatus.Active)) switch
        {
            null => Verdict.NotKnown($"no active image is called {site.Image.Name}", null, evidence),
            { Visibility.Known: ImageVisibility.Public or ImageVisibility.Community } image => Verdict.Keep(
                $"{image.Name} is {image.Visibility}",
                evidence
            ),
            { Visibility.Known: null } or { OwnerId: null } => Verdict.NotKnown(
                $"who may see the image {site.Image.Name} was not told",
                null,
                evidence
            ),
            { } image when image.OwnerId == tenant.ProjectId => Verdict.Keep(
                $"{image.Name} is {image.Visibility} and belongs to {tenant.ProjectName}, which alone can use it",
                evidence
            ),
            var image => Verdict.Break(
                $"the image {image.Name} ({image.Id}) is {image.Visibility} and not of {tenant.ProjectName}, so Magnum "
                    + $"cannot read its os_distro there: Cluster type ({site.Template.ServerType}, Unset, "
                    + $"{site.Template.Coe}) not supported",
                image.Id,
                Entry,
                evidence
            ),
        };
}
