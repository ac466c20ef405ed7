using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.LoadBalancing;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>What a run sees of the workload cluster that it opens and removes.</summary>
public static class ClusterFacts
{
    /// <summary>The tenant's kubeconfig, as it lies on disk.</summary>
    public static FactKey<KubeconfigOnDisk> Kubeconfig { get; } =
        FactKey<KubeconfigOnDisk>.Witnessed("the kubeconfig on disk");

    /// <summary>What Magnum says of the cluster that was removed.</summary>
    public static FactKey<RemovedCluster> Removed { get; } = FactKey<RemovedCluster>.Witnessed("the removed cluster");

    /// <summary>What was still there of it, by its owner chain.</summary>
    public static FactKey<Remnants> Remnants { get; } = FactKey<Remnants>.Witnessed("remnants of the removed cluster");
}
