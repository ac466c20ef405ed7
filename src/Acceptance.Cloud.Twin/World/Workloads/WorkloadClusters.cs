using Acceptance.Cloud.Twin.World.Kubernetes.Controllers;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Workloads;

/// <summary>Every workload cluster that stands, one per Magnum cluster.</summary>
public sealed class WorkloadClusters(TwinWorld world)
{
    private readonly Dictionary<string, WorkloadCluster> _all = new(StringComparer.Ordinal);

    public IReadOnlyCollection<WorkloadCluster> All => _all.Values;

    /// <summary>By the Magnum cluster's id; null before its control plane exists and after its end.</summary>
    public WorkloadCluster? Of(string magnumClusterId) => _all.GetValueOrDefault(magnumClusterId);

    /// <summary>The pod that gets the next connection to a Service's load balancer, in turn; null: nothing answers there.</summary>
    public string? NextBackend(string loadBalancerId)
    {
        var (made, live) = Behind(loadBalancerId);
        return live.Count == 0 ? null : live[made!.Turn++ % live.Count].Name;
    }

    /// <summary>A connection that has its pod still reaches it.</summary>
    public bool Serves(string loadBalancerId, string pod) => Behind(loadBalancerId).Live.Any(one => one.Name == pod);

    private (ServiceBalancer? Made, IReadOnlyList<KubeObject> Live) Behind(string loadBalancerId)
    {
        foreach (var cluster in _all.Values)
        {
            if (cluster.CloudController.Balancers.FirstOrDefault(one => one.BalancerId == loadBalancerId) is not { } made) continue;
            if (world.LoadBalancing.Find(loadBalancerId) is not { } balancer || !world.LoadBalancing.DataPathUp(balancer)) return (made, []);
            var service = cluster.Kube.Store.Find(KubeKinds.Service, made.Namespace, made.Service);
            if (service is null) return (made, []);
            var live = ServiceBackends.Live(cluster.Kube.Store, service);
            return (made, cluster.ProxiesKnowOneEndpoint ? [.. live.Take(1)] : live);
        }

        return (null, []);
    }

    internal void Add(WorkloadCluster cluster) => _all[cluster.Id] = cluster;

    internal void Remove(string magnumClusterId) => _all.Remove(magnumClusterId);
}
