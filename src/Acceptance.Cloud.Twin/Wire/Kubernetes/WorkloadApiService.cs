using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Microsoft.AspNetCore.Connections;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// Workload clusters' APIs at their floating IPs: behind a dark load balancer nothing answers, not even TLS.
/// </summary>
internal sealed class WorkloadApiService(TwinWorld world) : KubernetesService(world)
{
    public override string Role => "workload-api";

    protected override KubeCluster? ClusterOf(string role) => World.Workloads.Of(role.Split(':')[1])?.Kube;

    public override ValueTask<bool> Admit(ConnectionContext connection, string role)
    {
        lock (World.Gate)
            return ValueTask.FromResult(World.Workloads.Of(role.Split(':')[1]) is { ApiReachable: true });
    }

    /// <summary>A connection that stands dies with the data path under it.</summary>
    protected override bool Reachable(string role) => World.Workloads.Of(role.Split(':')[1]) is { ApiReachable: true };
}
