using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.Management;
using Acceptance.Twin.Tests.Infrastructure;

namespace Acceptance.Twin.Tests.Magnum;

/// <summary>Each fault of the clusters from its cause to what is read of it, and back.</summary>
[TestFixture]
public sealed class ClusterFaultTests
{
    private const string Taint = "node.cluster.x-k8s.io/uninitialized";

    [Test]
    public void D_039_before_the_create_wedges_it_on_octavias_403()
    {
        var world = SmallWorld.New();
        var faults = world.Breakable();
        faults.Inject("D-039").Victim.Should().Be(world.Plan.AdminUser);
        var cluster = world.Ask(world.Prepare());
        world.Pass(3600);
        cluster.Status.Should().Be("CREATE_IN_PROGRESS");
        world
            .Magnum.LifeOf(cluster)!
            .Stack.Credential!.Roles.Select(role => role.Name)
            .Should()
            .BeEquivalentTo("member", "reader");
        Conditions(world.Management.Kube.Store.List(CapiKinds.OpenStackCluster).Single(), "Ready")
            .Should()
            .Contain("OpenStackError")
            .And.Contain("but got 403 instead");
        world.LoadBalancing.LoadBalancers.Should().NotContain(balancer => balancer.Name.Contains("kubeapi"));

        faults.Heal("D-039");
        world.Pass(1800);
        cluster.Status.Should().Be("CREATE_IN_PROGRESS", "the credential stays frozen without the role");
        lock (world.Gate)
            world.Magnum.Delete(cluster);
        world.Pass(600);
        world.Magnum.Clusters.Should().ContainSingle("it may not even ask whether a load balancer is there");
    }

    [Test]
    public void D_039_of_a_cluster_that_stands_is_a_frozen_credential_and_pending_services()
    {
        var world = ClusterWorld.Accepted();
        var faults = world.Breakable();
        var workload = world.Workload();
        faults.Inject("D-039").Victim.Should().Be(world.Plan.Cluster);
        world
            .Identity.Grants.EffectiveRoles(world.Identity.Admin, world.Identity.Project(world.Plan.CapiProject))
            .Should()
            .Contain(role => role.Name == "load-balancer_member");
        workload.Expose();
        world.Pass(600);
        workload.Address("rr").Should().BeNull();
        workload
            .Kube.Store.List(KubeKinds.Event, "default")
            .Should()
            .ContainSingle(one => (string?)one.Body["reason"] == "SyncLoadBalancerFailed")
            .Which.Body["message"]!
            .GetValue<string>()
            .Should()
            .Contain("but got 403 instead");
        world.Cluster().HealthStatus.Should().Be("UNHEALTHY");

        faults.Heal("D-039");
        world.Pass(200);
        workload.Address("rr").Should().NotBeNull();
        world.Cluster().HealthStatus.Should().Be("HEALTHY");
    }

    [Test]
    public void D_039_frozen_waits_for_the_cluster_to_be_complete()
    {
        var world = SmallWorld.New();
        var faults = world.Breakable();
        faults.Inject("D-039-frozen").Victim.Should().BeNull();
        world.Ask(world.Prepare());
        world.Pass(900);
        world.Cluster().Status.Should().Be("CREATE_COMPLETE");
        faults.Active.Single().Victim.Should().Be(world.Plan.Cluster);
        world.Workload().Expose();
        world.Pass(600);
        world.Workload().Address("rr").Should().BeNull();
        faults.Heal("D-039-frozen");
        world.Pass(200);
        world.Workload().Address("rr").Should().NotBeNull();
    }

    [Test]
    public void Stuck_delete_hangs_on_the_finalizer_until_it_is_cleared_and_leaves_the_network_behind()
    {
        var world = ClusterWorld.Accepted();
        var faults = world.Breakable();
        faults.Inject("stuck-delete").Victim.Should().BeNull();
        var cluster = world.Cluster();
        world.Pass(600);
        cluster.HealthStatus.Should().Be("HEALTHY");
        lock (world.Gate)
            world.Magnum.Delete(cluster);
        world.Pass(3600);
        cluster.Status.Should().Be("DELETE_IN_PROGRESS");
        var held = world.Management.Kube.Store.Get(CapiKinds.OpenStackCluster, cluster.Namespace, cluster.StackId);
        held.Deleting.Should().BeTrue();
        Conditions(held, "Ready").Should().Contain("403");
        world
            .Management.Kube.Store.Get(CapiKinds.Cluster, cluster.Namespace, cluster.StackId)
            .Deleting.Should()
            .BeTrue();

        world.Management.Kube.Store.Change(held, body => ((JsonObject)body["metadata"]!).Remove("finalizers"));
        world.Pass(60);
        world.Magnum.Clusters.Should().BeEmpty("the Cluster follows");
        world
            .Network.Networks.Should()
            .Contain(network => network.Name.Contains(cluster.StackId), "its network is the operator's to remove");
    }

    [Test]
    public void Stuck_delete_ends_by_itself_when_healed()
    {
        var world = ClusterWorld.Accepted();
        var faults = world.Breakable();
        faults.Inject("stuck-delete");
        lock (world.Gate)
            world.Magnum.Delete(world.Cluster());
        world.Pass(3600);
        faults.Active.Single().Victim.Should().Be(world.Plan.Cluster);
        faults.Heal("stuck-delete");
        world.Pass(300);
        world.Magnum.Clusters.Should().BeEmpty();
        world.Network.Networks.Should().NotContain(network => network.Name.Contains(world.Plan.Cluster));
    }

    [Test]
    public void D_041_is_a_management_vm_that_nothing_starts()
    {
        var world = ClusterWorld.Accepted();
        var faults = world.Breakable();
        faults.Inject("D-041").Victim.Should().Be(world.Plan.ManagementServer);
        world.Compute.Servers.Find(world.Plan.ManagementServer)!.StatusWord.Should().Be("SHUTOFF");
        world.Pass(3600);
        world.Management.Phase.Should().Be(ManagementPhase.Off);
        (world.Cluster().HealthStatus, world.Cluster().HealthReason.Count).Should().Be(("UNHEALTHY", 0));
        faults.Heal("D-041");
        world.Pass(1500);
        world.Management.Phase.Should().Be(ManagementPhase.Ready);
        world.Cluster().HealthStatus.Should().Be("HEALTHY");
    }

    [TestCase(12, "1.3.0")]
    [TestCase(13, "1.4.0")]
    public void D_042_is_the_running_driver_whatever_the_disk_says(int seed, string disk)
    {
        var world = ClusterWorld.Accepted(plan => plan with { Seed = seed });
        var faults = world.Breakable();
        faults.Inject("D-042").Victim.Should().StartWith("magnum/");
        world.Conductor.InstalledDriver.Should().Be(disk);
        world.Pass(90);
        var cluster = world.Cluster();
        cluster.HealthStatus.Should().Be("UNHEALTHY");
        cluster
            .HealthReason.Should()
            .Equal(
                new Dictionary<string, string>
                {
                    ["cluster"] = "Ready",
                    ["infrastructure"] = "Infrastructure resource not found.",
                    ["controlplane"] = "Ready",
                    ["nodegroup"] = "Ready",
                }
            );
        faults.Heal("D-042");
        world.Pass(90);
        cluster.HealthStatus.Should().Be("HEALTHY");
    }

    [Test]
    public void D_042_makes_clusters_as_well_as_the_new_driver_does()
    {
        var world = SmallWorld.New();
        var faults = world.Breakable();
        faults.Inject("D-042");
        var cluster = world.Ask(world.Prepare());
        world.Pass(960);
        (cluster.Status, cluster.HealthStatus).Should().Be(("CREATE_COMPLETE", "UNHEALTHY"));
    }

    [Test]
    public void Uninitialized_taint_strikes_when_workers_join_and_keeps_the_addons_pending()
    {
        var world = SmallWorld.New();
        var faults = world.Breakable();
        faults.Inject("uninitialized-taint").Victim.Should().BeNull();
        var cluster = world.Ask(world.Prepare());
        world.Pass(3600);
        faults.Active.Single().Victim.Should().Be(cluster.Name);
        cluster.Status.Should().Be("CREATE_IN_PROGRESS");
        var store = world.Workload().Kube.Store;
        store.List(KubeKinds.Node).Should().HaveCount(3).And.OnlyContain(node => node.Condition("Ready") == "True");
        store.List(KubeKinds.Node).Where(Tainted).Should().HaveCount(2);
        store
            .List(KubeKinds.Pod)
            .Where(pod => (string?)pod.Status["phase"] == "Pending")
            .Select(pod => pod.Name)
            .Should()
            .Contain(name => name.StartsWith("metrics-server-"));
        faults.Heal("uninitialized-taint");
        world.Pass(2400);
        cluster.Status.Should().Be("CREATE_COMPLETE");
        store.List(KubeKinds.Node).Should().NotContain(node => Tainted(node));
    }

    [Test]
    public void Uninitialized_taint_of_a_cluster_that_stands()
    {
        var world = ClusterWorld.Accepted();
        var faults = world.Breakable();
        faults.Inject("uninitialized-taint");
        world.Pass(120);
        var store = world.Workload().Kube.Store;
        store.List(KubeKinds.Pod).Where(pod => (string?)pod.Status["phase"] == "Pending").Should().HaveCount(2);
        faults.Heal("uninitialized-taint");
        world.Pass(1800);
        store.List(KubeKinds.Pod).Should().OnlyContain(pod => pod.Condition("Ready") == "True");
        world.Cluster().HealthStatus.Should().Be("HEALTHY");
    }

    [Test]
    public void DOCFIX_032_spoils_the_template_and_the_clusters_made_from_it_only()
    {
        var world = ClusterWorld.Accepted();
        var faults = world.Breakable();
        faults.Inject("DOCFIX-032").Victim.Should().Be(world.Plan.Template);
        var template = world.Magnum.Templates.Find(world.Plan.Template)!;
        template.NetworkDriver.Should().Be("flannel");
        var second = world.Magnum.Create(
            new("second", template) { NodeCount = 1 },
            world.Identity.Admin,
            world.Identity.Project(world.Plan.CapiProject)
        );
        world.Pass(3600);
        second.Status.Should().Be("CREATE_IN_PROGRESS");
        world
            .Workloads.Of(second.Id)!
            .Kube.Store.List(KubeKinds.Node)
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(node => node.Condition("Ready") == "False");
        world.Cluster().HealthStatus.Should().Be("HEALTHY");
        world
            .Workload()
            .Kube.Store.List(KubeKinds.Node)
            .Should()
            .OnlyContain(node => node.Condition("Ready") == "True");
        faults.Heal("DOCFIX-032");
        template.NetworkDriver.Should().Be("calico");
    }

    [Test]
    public void Round_robin_one_pod_answers_from_one_while_both_read_ready()
    {
        var world = ClusterWorld.Accepted();
        var faults = world.Breakable();
        faults.Inject("round-robin-one-pod").Victim.Should().Be(world.Plan.Cluster);
        world.Workload().Expose();
        world.Pass(120);
        var balancer = world.Workload().CloudController.Balancers.Single().BalancerId;
        world
            .Workload()
            .Kube.Store.List(KubeKinds.Pod, "default")
            .Should()
            .HaveCount(2)
            .And.OnlyContain(pod => pod.Condition("Ready") == "True");
        Answers().Should().HaveCount(1);
        faults.Heal("round-robin-one-pod");
        Answers().Should().HaveCount(2);

        IEnumerable<string?> Answers() =>
            Enumerable.Range(0, 10).Select(_ => world.Workloads.NextBackend(balancer)).Distinct();
    }

    [Test]
    public void Crash_loop_keeps_the_phase_running_and_reads_ready_in_between()
    {
        var world = ClusterWorld.Accepted();
        var faults = world.Breakable();
        var victim = faults.Inject("crash-loop").Victim!.Split('/');
        var (ready, waiting, restarts) = (0, 0, 0);
        for (var minute = 0; minute < 60; minute++)
        {
            var pod = world.Workload().Kube.Store.Get(KubeKinds.Pod, victim[0], victim[1]);
            ((string?)pod.Status["phase"]).Should().Be("Running");
            var container = ((JsonArray)pod.Status["containerStatuses"]!)
                .OrderByDescending(one => (int)one!["restartCount"]!)
                .First()!;
            if (IsBackingOff(pod))
                waiting++;
            if (pod.Condition("Ready") == "True")
                ready++;
            ((int)container["restartCount"]!).Should().BeGreaterThanOrEqualTo(restarts);
            restarts = (int)container["restartCount"]!;
            world.Pass(61);
        }

        restarts.Should().BeGreaterThan(8);
        ready.Should().BeGreaterThan(3);
        waiting.Should().BeGreaterThan(20);
        faults.Heal("crash-loop");
        world.Pass(3600);
        var healed = world.Workload().Kube.Store.Get(KubeKinds.Pod, victim[0], victim[1]);
        healed.Condition("Ready").Should().Be("True");
        ((JsonArray)healed.Status["containerStatuses"]!)
            .Max(one => (int)one!["restartCount"]!)
            .Should()
            .BeInRange(restarts, restarts + 1);
    }

    private static bool IsBackingOff(KubeObject pod) =>
        (string?)
            ((JsonArray)pod.Status["containerStatuses"]!)
                .Select(one => one!["state"]?["waiting"]?["reason"])
                .FirstOrDefault(one => one is not null) == "CrashLoopBackOff";

    [Test]
    public async Task Mgmt_fip_stale_is_a_line_in_the_operators_file_and_nothing_else()
    {
        await using var cloud = CloudClient.Start();
        var file = Path.Combine(cloud.Twin.Home, "capi-mgmt-net.env");
        var right = $"MGMT_FIP={cloud.Plan.Address(cloud.Plan.ManagementFip)}\n";
        (await File.ReadAllTextAsync(file)).Should().Be(right);
        cloud.Twin.Faults.Inject("mgmt-fip-stale").Victim.Should().Be(cloud.Plan.ManagementServer);
        var stale = await File.ReadAllTextAsync(file);
        stale.Should().StartWith("MGMT_FIP=127.").And.NotBe(right);
        cloud.World.Network.FloatingIps.Find(stale.Trim().Split('=')[1]).Should().BeNull();
        cloud.Twin.Faults.Heal("mgmt-fip-stale");
        (await File.ReadAllTextAsync(file)).Should().Be(right);
    }

    private static bool Tainted(KubeObject node) =>
        (node.Spec["taints"] as JsonArray ?? []).Any(taint => (string?)taint!["key"] == Taint);

    private static string Conditions(KubeObject one, string type) =>
        ((JsonArray)one.Status["conditions"]!)
            .First(condition => (string?)condition!["type"] == type)!
            .ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
