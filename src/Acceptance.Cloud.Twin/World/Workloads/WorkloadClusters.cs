using Acceptance.Cloud.Twin.World.Kubernetes.Controllers;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Cloud.Twin.World.Workloads;

/// <summary>Every workload cluster that stands, one per Magnum cluster.</summary>
internal sealed class WorkloadClusters(Octavia octavia)
{
    private readonly Dictionary<string, WorkloadCluster> _all = new(StringComparer.Ordinal);

    public IReadOnlyCollection<WorkloadCluster> All => _all.Values;

    /// <summary>By the Magnum cluster's id; null before its control plane exists and after its end.</summary>
    public WorkloadCluster? Of(string magnumClusterId) => _all.GetValueOrDefault(magnumClusterId);

    /// <summary>
    /// The pod that gets the next connection to a Service's load balancer, in turn;
    /// null: nothing answers there, or its machine is gone.
    /// </summary>
    public string? NextBackend(string loadBalancerId)
    {
        var (cluster, made, live) = Behind(loadBalancerId);
        if (live.Count == 0)
            return null;
        var pod = live[made!.Turn++ % live.Count];
        return Answers(cluster!, pod) ? pod.Name : null;
    }

    /// <summary>A connection that has its pod still reaches it.</summary>
    public bool Serves(string loadBalancerId, string pod)
    {
        var (cluster, _, live) = Behind(loadBalancerId);
        return live.Any(one => one.Name == pod && Answers(cluster!, one));
    }

    private static bool Answers(WorkloadCluster cluster, KubeObject pod) =>
        !cluster.Kube.Controllers.Kubelet.SilentNodes.Contains((string?)pod.Spec["nodeName"] ?? "");

    private (WorkloadCluster? Cluster, ServiceBalancer? Made, IReadOnlyList<KubeObject> Live) Behind(
        string loadBalancerId
    )
    {
        foreach (var cluster in _all.Values)
        {
            if (
                cluster.CloudController.Balancers.FirstOrDefault(one => one.BalancerId == loadBalancerId)
                is not { } made
            )
                continue;
            if (
                octavia.LoadBalancers.Find(loadBalancerId) is not { } balancer
                || !octavia.Amphorae.DataPathUp(balancer)
            )
                return (cluster, made, []);
            var service = cluster.Kube.Store.Find(KubeKinds.Service, made.Namespace, made.Service);
            if (service is null)
                return (cluster, made, []);
            var live = ServiceBackends.Live(cluster.Kube.Store, service);
            return (cluster, made, cluster.ProxiesKnowOneEndpoint ? [.. live.Take(1)] : live);
        }

        return (null, null, []);
    }

    internal void Add(WorkloadCluster cluster) => _all[cluster.Id] = cluster;

    internal void Remove(string magnumClusterId) => _all.Remove(magnumClusterId);
}
