using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Magnum;
using Acceptance.Cloud.Twin.World.Management;
using Acceptance.Cloud.Twin.World.Workloads;

namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// The Kubernetes clusters: the management cluster, what Magnum makes through it, and what happens to them
/// when what carries them changes.
/// </summary>
internal sealed class Clusters
{
    private const int SshPort = 22;

    private readonly Ground _ground;
    private readonly Nova _compute;

    public Clusters(Ground ground, OpenStackServices services, Machines machines)
    {
        (_ground, _compute) = (ground, services.Infrastructure.Compute);
        Workloads = new WorkloadClusters(services.Infrastructure.LoadBalancing);
        Management = new ManagementCluster(ground);
        Management.Kube.AnswersReachPods = () => ManagementNics() < 2;
        var surroundings = new ClusterSurroundings(
            ground,
            services.Identity,
            services.Infrastructure,
            Management,
            Workloads
        );
        Trustees = new TrusteeDomain(services.Identity, machines.Juju);
        Magnum = new MagnumModel(
            surroundings,
            services.Images,
            machines.Conductor,
            new CreatePath(Trustees, machines.TrustPolicy, machines.Secrets)
        );
        _compute.Servers.Changed += OnServer;
        services.Infrastructure.LoadBalancing.LoadBalancers.Changed += OnBalancer;
        if (ground.Plan.World is "accepted" or "deployed-before-teardown")
            Magnum.BuildAccepted();
        Management.PhaseChanged += FollowSshd;
        FollowSshd();
    }

    public ManagementCluster Management { get; }

    public MagnumModel Magnum { get; }

    public TrusteeDomain Trustees { get; }

    public WorkloadClusters Workloads { get; }

    // Cilium redirects what answers a pod on the NIC that it looks at, and on no other (D-035).
    private int ManagementNics() =>
        _compute
            .Servers.Where(server =>
                server.Name == _ground.Plan.ManagementServer && server.ProjectId == _ground.Plan.CapiProjectId
            )
            .Sum(server => _compute.Servers.PortsOf(server).Count());

    private void OnServer(NovaServer server)
    {
        if (server.Name == _ground.Plan.ManagementServer && server.ProjectId == _ground.Plan.CapiProjectId)
            Management.Power(_compute.Servers.Runs(server));
        foreach (
            var workload in Workloads.All.Where(one =>
                server.Name.StartsWith(one.Magnum.StackId, StringComparison.Ordinal)
            )
        )
            workload.Kube.Controllers.Trigger();
    }

    private void OnBalancer(OctaviaLoadBalancer balancer)
    {
        foreach (
            var workload in Workloads.All.Where(one => one.Stack.ApiBalancer?.Id == balancer.Id && !one.ApiReachable)
        )
            workload.Kube.Interrupt();
    }

    /// <summary>Port 22 of the management VM's floating IP is open while its sshd answers.</summary>
    private void FollowSshd()
    {
        if (Management.Phase is ManagementPhase.Off or ManagementPhase.Booting)
            _ground.Provider.Close(Management.Address, SshPort);
        else
            _ground.Provider.Open(Management.Address, SshPort, $"ssh:{_ground.Plan.ManagementServer}");
    }
}
