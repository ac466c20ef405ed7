using Acceptance.Twin.Tests.RealClients;

namespace Acceptance.Twin.Tests.Magnum;

/// <summary>
/// The faults of clusters as the operator's own clients show them: the words and exit codes of the appendix.
/// </summary>
[TestFixture]
[Category("RealClients")]
public sealed class ClusterFaultClientTests
{
    private CloudClient _cloud = null!;
    private RealClient _tenant = null!;
    private RealClient _workload = null!;
    private RealClient _management = null!;

    [SetUp]
    public void Start()
    {
        _cloud = CloudClient.Start(new() { World = "accepted" });
        _tenant = RealClient.OpenStack(_cloud, $"OS_PROJECT_ID={_cloud.Plan.CapiProjectId}");
        var config = Path.Combine(_cloud.Twin.Home, "workload.kubeconfig");
        File.WriteAllText(config, _cloud.World.Workload().Kubeconfig());
        _workload = RealClient.Kubectl(_cloud, config);
        _management = RealClient.Kubectl(_cloud, Path.Combine(_cloud.Twin.Home, "capi-mgmt.kubeconfig"));
    }

    [TearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task D_039_shows_in_the_services_events_and_in_cluster_apis_condition()
    {
        _cloud.Twin.Faults.Inject("D-039");
        await _workload.Run("create deploy rr --image=registry.k8s.io/e2e-test-images/agnhost:2.40 --replicas=2");
        await _workload.Run("expose deploy rr --port=80 --target-port=8080 --type=LoadBalancer");
        _cloud.World.Clock.Advance(TimeSpan.FromMinutes(10));
        (await _workload.Run("get svc rr --no-headers")).Should().Contain("<pending>");
        (await _workload.Run("describe svc rr"))
            .Should()
            .MatchRegex(
                "Warning +SyncLoadBalancerFailed .* service-controller +Error syncing load balancer: "
                    + ".*but got 403 instead"
            );
        var ns = $"magnum-{_cloud.Plan.CapiProjectId}";
        (await _management.Run($"-n {ns} get cluster --no-headers"))
            .Should()
            .MatchRegex($@"{_cloud.Plan.Cluster}-{_cloud.Plan.ClusterSuffix}\s+False");
        (await _tenant.Run("coe cluster show capi-test-1 -f value -c health_status")).Should().Be("UNHEALTHY");
    }

    [Test]
    public async Task A_stuck_delete_ends_when_the_finalizer_of_the_exact_name_is_cleared()
    {
        _cloud.Twin.Faults.Inject("stuck-delete");
        await _tenant.Run("coe cluster delete capi-test-1");
        _cloud.World.Clock.Advance(TimeSpan.FromMinutes(30));
        (await _tenant.Run("coe cluster show capi-test-1 -f value -c status")).Should().Be("DELETE_IN_PROGRESS");
        var ns = $"magnum-{_cloud.Plan.CapiProjectId}";
        const string clear = """{"metadata":{"finalizers":[]}}""";
        (await _management.Run($"-n {ns} patch openstackcluster capi-test-1 --type=merge -p {clear}", exit: 1))
            .Should()
            .Contain("NotFound")
            .And.Contain("\"capi-test-1\" not found");
        var exact = (await _management.Run($"-n {ns} get openstackcluster -o name")).Split('/')[1];
        exact.Should().Be($"{_cloud.Plan.Cluster}-{_cloud.Plan.ClusterSuffix}");
        await _management.Run($"-n {ns} patch openstackcluster {exact} --type=merge -p {clear}");
        _cloud.World.Clock.Advance(TimeSpan.FromMinutes(1));
        await ShouldBeGoneButForNetworkAndBalancer(ns);
    }

    private async Task ShouldBeGoneButForNetworkAndBalancer(string ns)
    {
        (await _tenant.Run("coe cluster list -f value")).Should().BeEmpty();
        (await _management.Run($"-n {ns} get cluster,openstackcluster,machines -o name")).Should().BeEmpty();
        (await _tenant.Run("network list -f value -c Name")).Should().Contain("k8s-clusterapi-cluster");
        (await _tenant.Run("loadbalancer list -f value -c name")).Should().Contain("kubeapi");
    }

    [Test]
    public async Task A_crash_loop_is_missed_by_the_phase_filter()
    {
        var victim = _cloud.Twin.Faults.Inject("crash-loop").Victim!.Split('/');
        _cloud.World.Clock.Advance(TimeSpan.FromMinutes(30));
        for (var look = 0; look < 7; look++)
        {
            (await _workload.Run("get pods -A --field-selector=status.phase!=Running,status.phase!=Succeeded -o name"))
                .Should()
                .BeEmpty();
            if ((await Line()).Contains("CrashLoopBackOff"))
                break;
            _cloud.World.Clock.Advance(TimeSpan.FromSeconds(50));
        }

        (await Line()).Should().MatchRegex(@"CrashLoopBackOff\s+\d+ \(\S+ ago\)");
        var container = await _workload.Run(
            $"-n {victim[0]} get pod {victim[1]} -o jsonpath={{.status.containerStatuses[?(@.restartCount>0)].name}}"
        );
        (await _workload.Run($"-n {victim[0]} logs {victim[1]} -c {container} --previous"))
            .Should()
            .Contain("could not be read");

        Task<string> Line() => _workload.Run($"-n {victim[0]} get pod {victim[1]} --no-headers");
    }

    [Test]
    public async Task D_042_reads_unhealthy_with_everything_else_ready()
    {
        _cloud.Twin.Faults.Inject("D-042");
        _cloud.World.Clock.Advance(TimeSpan.FromSeconds(90));
        (await _tenant.Run("coe cluster show capi-test-1 -f value -c health_status")).Should().Be("UNHEALTHY");
        var reason = (await _tenant.Json("coe cluster show capi-test-1"))["health_status_reason"]!;
        reason["infrastructure"]!.GetValue<string>().Should().Be("Infrastructure resource not found.");
        reason["cluster"]!.GetValue<string>().Should().Be("Ready");
    }

    [Test]
    public async Task Uninitialized_nodes_are_ready_and_their_addons_pending()
    {
        _cloud.Twin.Faults.Inject("uninitialized-taint");
        _cloud.World.Clock.Advance(TimeSpan.FromMinutes(3));
        (await _workload.Run("get nodes --no-headers"))
            .Split('\n')
            .Should()
            .OnlyContain(line => line.Contains(" Ready "));
        (await _workload.Run("get nodes -o jsonpath={.items[*].spec.taints[*].key}"))
            .Should()
            .Contain("node.cluster.x-k8s.io/uninitialized");
        (await _workload.Run("get pods -A --field-selector=status.phase=Pending -o name"))
            .Should()
            .Contain("metrics-server-")
            .And.Contain("node-feature-discovery-master-");
        (await _management.Run("get nodes", exit: 1)).Should().Contain("was refused");
        (await _tenant.Run("server show capi-mgmt-v2 -f value -c status")).Should().Be("SHUTOFF");
    }
}
