using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Magnum;
using Acceptance.Cloud.Twin.World.Workloads;
using Acceptance.Twin.Tests.Infrastructure;

namespace Acceptance.Twin.Tests.Magnum;

/// <summary>What phase-08 makes, made in the world without a wire.</summary>
internal static class ClusterWorld
{
    public static TwinWorld Accepted(Func<WorldPlan, WorldPlan>? change = null) =>
        SmallWorld.New(plan => (change?.Invoke(plan) ?? plan) with { World = "accepted" });

    public static MagnumCluster Cluster(this TwinWorld world) => world.Magnum.FindCluster(world.Plan.Cluster)!;

    public static WorkloadCluster Workload(this TwinWorld world) => world.Workloads.Of(world.Cluster().Id)!;

    /// <summary>The kube image of phase-08.0, active with its properties.</summary>
    public static void Seed(this TwinWorld world)
    {
        var image = world.Images.Create(
            world.Plan.Image,
            world.Identity.Project(world.Plan.CapiProject),
            "raw",
            "bare"
        );
        (image.Status, image.Properties["kube_version"], image.Properties["os_distro"]) = (
            "active",
            world.Plan.KubeVersion,
            "ubuntu"
        );
    }

    /// <summary>The kube image, active with its properties, and the template of phase-08.0.</summary>
    public static ClusterTemplate Prepare(this TwinWorld world)
    {
        var plan = world.Plan;
        world.Seed();
        return world.Magnum.Templates.Create(
            new ClusterTemplate
            {
                Id = world.NewId(),
                Name = plan.Template,
                ProjectId = plan.CapiProjectId,
                UserId = world.Identity.Admin.Id,
                ImageId = plan.Image,
                MasterFlavorId = plan.MasterFlavor,
                FlavorId = plan.WorkerFlavor,
                ExternalNetworkId = plan.ExternalNetwork,
                NetworkDriver = "calico",
                DnsNameserver = "8.8.8.8",
                MasterLbEnabled = true,
                CreatedAt = world.Now,
                Labels = new OrderedDictionary<string, string> { ["fixed_subnet_cidr"] = plan.WorkloadCidr },
            },
            _ => true
        );
    }

    /// <summary>Asks for one control plane and two workers.</summary>
    public static MagnumCluster Ask(this TwinWorld world, ClusterTemplate template) =>
        world.Magnum.Create(
            new ClusterRequest(world.Plan.Cluster, template) { Keypair = world.Plan.Keypair, NodeCount = 2 },
            world.Identity.Admin,
            world.Identity.Project(world.Plan.CapiProject)
        );
}
