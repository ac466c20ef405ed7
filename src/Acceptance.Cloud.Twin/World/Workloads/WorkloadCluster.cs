using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Cloud.Twin.World.Workloads;

/// <summary>A tenant's Kubernetes cluster: its API behind a load balancer, its nodes as Nova servers.</summary>
public sealed partial class WorkloadCluster
{
    public WorkloadCluster(TwinWorld world, MagnumCluster magnum, string version)
    {
        Magnum = magnum;
        Kube = new KubeCluster(world, magnum.StackId, version, KubeKinds.BuiltIn) { ServicePrefix = "172.24" };
    }

    public string Id => Magnum.Id;

    public MagnumCluster Magnum { get; }

    public KubeCluster Kube { get; }

    /// <summary>The API's floating IP; null before there is one.</summary>
    public string? Address { get; internal set; }
}
