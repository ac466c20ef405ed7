using Acceptance.Cloud.Twin.World.Identity;

namespace Acceptance.Cloud.Twin.World.Images;

/// <summary>What stands in Glance after phase-07.</summary>
internal static class StandingImages
{
    public static void Place(ImagesModel images, ImageCdn cdn, IdentityModel identity, WorldPlan plan)
    {
        var services = identity.Project("services");
        var admin = identity.Project(plan.AdminProject);
        images
            .Seed(
                "amphora-haproxy-x86_64-ubuntu-22.04",
                services,
                "qcow2",
                "private",
                DiskImage.Qcow2("amphora", 2L << 30)
            )
            .Tags.Add("octavia-amphora");
        images.Seed(
            "ubuntu-noble",
            admin,
            "qcow2",
            "public",
            DiskImage.Qcow2("noble", 3758096384),
            ("os_distro", "ubuntu")
        );
        if (plan.World == "rebuilt")
            return;
        // The runbook's block sources admin-openrc while OS_PROJECT_ID is still exported:
        // the image belongs to capi-mgmt.
        images.Seed(
            plan.Image,
            identity.Project(plan.CapiProject),
            "raw",
            "shared",
            DiskImage.ToRaw(cdn.Image),
            ("os_distro", "ubuntu"),
            ("kube_version", plan.KubeVersion)
        );
    }
}
