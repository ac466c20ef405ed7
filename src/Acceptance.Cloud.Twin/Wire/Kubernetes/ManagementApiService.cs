using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Kubernetes;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>The management cluster's API at its VM's floating IP.</summary>
public sealed class ManagementApiService(TwinWorld world) : KubernetesService(world)
{
    public override string Role => "mgmt-api";

    protected override KubeCluster? ClusterOf(string role) => World.Management.Kube;
}
