using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.Workloads;

namespace Acceptance.Cloud.Twin.Faults.Kubernetes;

/// <summary>
/// The management VM ends without a stop, as the kernel's OOM killer ends a qemu; nothing starts it again (D-041).
/// </summary>
internal static class ManagementDown
{
    public static Fault ShutOff() =>
        new(
            "D-041",
            "A host event ended the management VM: it is SHUTOFF, and a cluster of one node does not heal itself.",
            End,
            Start
        );

    /// <summary>The same, just when new workers have joined: nobody is there to take their taint away.</summary>
    public static Fault WhileNodesJoin() =>
        new(
            "uninitialized-taint",
            "The management VM ended as new workers joined: they keep the uninitialized taint, "
                + "and addons stay Pending.",
            world =>
            {
                if (
                    world.Workloads.All.FirstOrDefault(cluster => Workers(cluster).Any(WorkloadContent.Tainted)) is
                    { } joining
                )
                    return Strand(world, joining);
                if (Complete.Draw(world) is not { } standing)
                    return null;
                standing.Content.RejoinWorkers();
                return Strand(world, standing);
            },
            Start
        );

    private static string? Strand(TwinWorld world, WorkloadCluster cluster)
    {
        End(world);
        return cluster.Magnum.Name;
    }

    private static IEnumerable<KubeObject> Workers(WorkloadCluster cluster) =>
        cluster
            .Kube.Store.List(KubeKinds.Node)
            .Where(node => node.Label("node-role.kubernetes.io/control-plane") is null);

    private static string? End(TwinWorld world)
    {
        if (world.Compute.Servers.Find(world.Plan.ManagementServer) is not { } server)
            return null;
        world.Compute.Power.PowerOff(server);
        return server.Name;
    }

    /// <summary>Started as an operator starts it: it takes the time of a cold start.</summary>
    private static void Start(TwinWorld world)
    {
        if (
            world.Compute.Servers.Find(world.Plan.ManagementServer) is
            { Status: ServerStatus.Shutoff, TaskState: null } server
        )
            world.Compute.Power.Start(server);
    }
}
