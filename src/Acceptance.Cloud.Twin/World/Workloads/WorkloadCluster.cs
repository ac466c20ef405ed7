using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.Magnum;
using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Cloud.Twin.World.Workloads;

/// <summary>A tenant's Kubernetes cluster: its API behind a load balancer, its nodes as Nova servers.</summary>
public sealed class WorkloadCluster
{
    private readonly TwinWorld _world;

    public WorkloadCluster(TwinWorld world, MagnumCluster magnum, string version, ClusterStack stack)
    {
        _world = world;
        (Magnum, Stack) = (magnum, stack);
        Kube = new KubeCluster(world, magnum.StackId, version, KubeKinds.BuiltIn) { ServicePrefix = "172.24" };
        Content = new WorkloadContent(world, this);
        CloudController = new CloudController(world, this);
        Kube.Controllers.Add(Content.Reconcile);
        Kube.Controllers.Add(CloudController.Reconcile);
        if (world.Magnum?.SigningAuthority(magnum.Id) is { } authority)
            Kube.Ca = authority;
    }

    public string Id => Magnum.Id;

    public MagnumCluster Magnum { get; }

    public ClusterStack Stack { get; }

    public KubeCluster Kube { get; }

    public WorkloadContent Content { get; }

    public CloudController CloudController { get; }

    /// <summary>The API's floating IP; null before there is one.</summary>
    public string? Address { get; internal set; }

    /// <summary>kube-proxy on its nodes has lost its watch: of each Service it knows one endpoint and forwards to no other.</summary>
    public bool ProxiesKnowOneEndpoint { get; set; }

    /// <summary>What is sent to the API's floating IP arrives at a running control plane.</summary>
    public bool ApiReachable =>
        Stack.ApiBalancer is { } balancer
        && _world.LoadBalancing.Find(balancer.Id) is not null
        && _world.LoadBalancing.DataPathUp(balancer)
        && Stack.ControlPlaneReady
        && Stack.ControlPlanes.Exists(server =>
            _world.Compute.Find(server.Id) is not null && _world.Compute.Runs(server)
        );

    /// <summary>An administrator's kubeconfig for the API's floating IP.</summary>
    public string Kubeconfig() => Kube.Kubeconfig($"https://{Address}:{_world.Plan.KubeApiPort}");
}
