using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Cloud.Twin.World.Kubernetes;

namespace Acceptance.Cloud.Twin.World.Untidy;

/// <summary>Images, templates and Kubernetes clusters that have been in use for a while.</summary>
internal static class ClusterUntidiness
{
    public static IEnumerable<Untidiness> All() =>
        [
            new("evicted-pods", "pods that a full disk evicted are still listed, beside those that replaced them")
            {
                Leaves = world =>
                {
                    foreach (var cluster in Clusters(world))
                        PodRemains.Evict(cluster, world.NewSuffix, world.Now);
                },
            },
            new("finished-pods", "pods of jobs that have ended are still listed")
            {
                Leaves = world =>
                {
                    foreach (var cluster in Clusters(world))
                        PodRemains.Finish(cluster, world.NewSuffix, world.Now);
                },
            },
            new("flavor-ids", "the cluster template holds its flavors by id") { Leaves = NameById },
            new("hidden-image", "an earlier build of the kube image, of the same name, is hidden") { Leaves = Hide },
        ];

    private static IEnumerable<KubeCluster> Clusters(TwinWorld world) =>
        [world.Management.Kube, .. world.Workloads.All.Select(workload => workload.Kube)];

    private static void NameById(TwinWorld world)
    {
        foreach (var template in world.Magnum.Templates.All.Where(one => one.ProjectId == world.Plan.CapiProjectId))
            (template.MasterFlavorId, template.FlavorId) = (
                Id(world, template.MasterFlavorId),
                Id(world, template.FlavorId)
            );
    }

    private static string? Id(TwinWorld world, string? flavor) =>
        flavor is null ? null : world.Compute.Flavors.Find(flavor)?.Id ?? flavor;

    private static void Hide(TwinWorld world)
    {
        var hidden = world.Images.Seed(
            world.Plan.Image,
            world.Identity.Project(world.Plan.CapiProject),
            "raw",
            "shared",
            DiskImage.ToRaw(DiskImage.Qcow2("an earlier build", 10L << 30)),
            ("os_distro", "ubuntu"),
            ("kube_version", world.Plan.KubeVersion)
        );
        hidden.Hidden = true;
    }
}
