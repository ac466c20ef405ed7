using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.Magnum;
using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Cloud.Twin.World.Workloads;

/// <summary>A tenant's Kubernetes cluster: its API behind a load balancer, its nodes as Nova servers.</summary>
internal sealed class WorkloadCluster
{
    private readonly WorldPlan _plan;
    private readonly Infrastructure _cloud;

    internal WorkloadCluster(
        ClusterSurroundings surroundings,
        MagnumCluster magnum,
        string version,
        X509Certificate2 authority,
        ClusterStack stack
    )
    {
        var (ground, cloud) = (surroundings.Ground, surroundings.Infrastructure);
        (_plan, _cloud) = (ground.Plan, cloud);
        (Magnum, Stack) = (magnum, stack);
        Kube = new KubeCluster(ground, magnum.StackId, version, KubeKinds.BuiltIn)
        {
            ServicePrefix = "172.24",
            Ca = authority,
        };
        Content = new WorkloadContent(ground, cloud.Compute, this);
        CloudController = new CloudController(ground, surroundings.Identity, cloud, this);
        Kube.Controllers.Add(Content.Reconcile);
        Kube.Controllers.Add(CloudController.Reconcile);
    }

    public string Id => Magnum.Id;

    public MagnumCluster Magnum { get; }

    public ClusterStack Stack { get; }

    public KubeCluster Kube { get; }

    public WorkloadContent Content { get; }

    public CloudController CloudController { get; }

    /// <summary>The API's floating IP; null before there is one.</summary>
    public string? Address { get; internal set; }

    /// <summary>
    /// kube-proxy on its nodes has lost its watch: of each Service it knows one endpoint and forwards to no other.
    /// </summary>
    public bool ProxiesKnowOneEndpoint { get; set; }

    /// <summary>What is sent to the API's floating IP arrives at a running control plane.</summary>
    public bool ApiReachable =>
        Stack.ApiBalancer is { } balancer
        && _cloud.LoadBalancing.LoadBalancers.Find(balancer.Id) is not null
        && _cloud.LoadBalancing.Amphorae.DataPathUp(balancer)
        && Stack.ControlPlaneReady
        && Stack.ControlPlanes.Exists(server =>
            _cloud.Compute.Servers.Find(server.Id) is not null && _cloud.Compute.Servers.Runs(server)
        );

    /// <summary>An administrator's kubeconfig for the API's floating IP.</summary>
    public string Kubeconfig() => Kube.Kubeconfig($"https://{Address}:{_plan.KubeApiPort}");
}
