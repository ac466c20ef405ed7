using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Workloads;

namespace Acceptance.Cloud.Twin.Faults.Kubernetes;

/// <summary>Clusters that are up: a fault that struck earlier would only keep one from being built.</summary>
internal static class Complete
{
    /// <summary>One of them, drawn by the world's seed; null while there is none.</summary>
    public static WorkloadCluster? Draw(TwinWorld world)
    {
        var all = world.Workloads.All.Where(cluster => !cluster.Magnum.InProgress).ToArray();
        return all.Length == 0 ? null : all[world.Random.Next(all.Length)];
    }
}
