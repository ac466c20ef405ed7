using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Images;

namespace Acceptance.Cloud.Twin.Faults.Identity;

/// <summary>Faults of the kube image and of where it comes from.</summary>
internal static class ImageFaults
{
    private const string Version = "kube_version";

    public static IEnumerable<Fault> All()
    {
        yield return new Fault(
            "L-P6-3",
            "The kube image's kube_version is missing, or is not the version in its name; "
                + "the driver reads it from there.",
            LoseVersion,
            RestoreVersion
        );
        yield return Hidden();
        yield return new Fault(
            "CORRECTION-1",
            "The kube image was stored as qcow2: uploaded without --import.",
            world => Active(world) is { } image ? As(image, "qcow2") : null,
            world =>
            {
                if (Active(world) is { } image)
                    As(image, "raw");
            }
        );
        yield return new Fault(
            "FINDING-3",
            "Somebody tried a web-download of the kube image: the CDN refused urllib, "
                + "and a record of that name hangs in queued.",
            TryWebDownload,
            ClearRemnant
        );
        yield return new Fault(
            "cdn-truncated",
            "The image CDN ends every body half way.",
            world =>
            {
                world.ImageCdn.Truncates = true;
                return world.Plan.ImageUrl;
            },
            world => world.ImageCdn.Truncates = false
        );
        yield return new Fault(
            "cdn-dark",
            "Nobody listens at the image CDN.",
            world =>
            {
                world.Listeners.Close(world.ImageCdn.Address, 443);
                return world.ImageCdn.Address;
            },
            world => world.Listeners.Open(world.ImageCdn.Address, 443, "cdn")
        );
    }

    private static Fault Hidden()
    {
        (GlanceImage Image, string Visibility, string Owner)? hidden = null;
        return new Fault(
            "DOCFIX-064",
            "The kube image is private to the administrator's project: a tenant's template cannot read its os_distro.",
            world =>
            {
                if (Active(world) is not { } image)
                    return null;
                hidden = (image, image.Visibility, image.OwnerId);
                image.Visibility = "private";
                image.OwnerId = world.Identity.Project(world.Plan.AdminProject).Id;
                return image.Id;
            },
            _ =>
            {
                if (hidden is not { } before)
                    return;
                before.Image.Visibility = before.Visibility;
                before.Image.OwnerId = before.Owner;
            }
        );
    }

    /// <summary>
    /// The tenant's, whichever of the operator's projects it was uploaded in: another's may have its name.
    /// </summary>
    private static GlanceImage? Active(TwinWorld world) =>
        world.Images.All.Find(image =>
            image.Name == world.Plan.Image
            && image is { Status: "active", Hidden: false }
            && (
                image.OwnerId == world.Plan.CapiProjectId
                || image.OwnerId == world.Identity.Project(world.Plan.AdminProject).Id
            )
        );

    private static string As(GlanceImage image, string format)
    {
        image.DiskFormat = format;
        return image.Id;
    }

    /// <summary>
    /// Drawn by the world's seed: missing, or the version that the appendix's own example gives (FACTS 0.22).
    /// </summary>
    private static string? LoseVersion(TwinWorld world)
    {
        if (Active(world) is not { } image)
            return null;
        if (world.Plan.Seed % 2 == 0)
            image.Properties.Remove(Version);
        else
            image.Properties[Version] = "v1.32.13";
        return $"{image.Name} {image.Id}";
    }

    private static void RestoreVersion(TwinWorld world)
    {
        if (Active(world) is { } image)
            image.Properties[Version] = world.Plan.KubeVersion;
    }

    private static string TryWebDownload(TwinWorld world)
    {
        var identity = world.Identity;
        var image = world.Images.Create(world.Plan.Image, identity.Project(world.Plan.CapiProject), "qcow2", "bare");
        world.ImageImports.ImportFromWeb(image, identity.Admin, $"req-{world.NewId()}", world.Plan.ImageUrl);
        return image.Id;
    }

    private static void ClearRemnant(TwinWorld world) =>
        world.Images.All.RemoveAll(image =>
            image.Name == world.Plan.Image
            && image.Status == "queued"
            && world.ImageImports.Tasks.Exists(task => task.ImageId == image.Id)
        );
}
