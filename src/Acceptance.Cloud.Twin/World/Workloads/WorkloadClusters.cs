namespace Acceptance.Cloud.Twin.World.Workloads;

/// <summary>Every workload cluster that stands, one per Magnum cluster.</summary>
public sealed class WorkloadClusters
{
    private readonly Dictionary<string, WorkloadCluster> _all = new(StringComparer.Ordinal);

    public IReadOnlyCollection<WorkloadCluster> All => _all.Values;

    /// <summary>By the Magnum cluster's id; null before its control plane exists and after its end.</summary>
    public WorkloadCluster? Of(string magnumClusterId) => _all.GetValueOrDefault(magnumClusterId);

    internal void Add(WorkloadCluster cluster) => _all[cluster.Id] = cluster;

    internal void Remove(string magnumClusterId) => _all.Remove(magnumClusterId);
}
