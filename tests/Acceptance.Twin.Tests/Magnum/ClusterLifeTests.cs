using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Management;
using Acceptance.Cloud.Twin.World.Workloads;
using Acceptance.Twin.Tests.Infrastructure;

namespace Acceptance.Twin.Tests.Magnum;

/// <summary>A cluster's way from the create to the last trace of it, in cloud time.</summary>
[TestFixture]
public sealed class ClusterLifeTests
{
    [Test]
    public void A_cluster_is_complete_after_its_quarter_of_an_hour_with_ready_nodes_of_the_images_version()
    {
        var world = SmallWorld.New();
        var cluster = world.Ask(world.Prepare());
        world.Pass(600);
        cluster.Status.Should().Be("CREATE_IN_PROGRESS");
        world.Pass(300);
        (cluster.Status, cluster.HealthStatus).Should().Be(("CREATE_COMPLETE", "HEALTHY"));
        cluster.HealthReason.Values.Should().HaveCount(4).And.OnlyContain(value => value == "Ready");
        cluster.ApiAddress.Should().Be($"https://{world.Plan.Address("7.180")}:6443");
        var kube = world.Workload().Kube;
        kube.Version.Should().Be(world.Plan.KubeVersion);
        kube.Store.List(KubeKinds.Node)
            .Should()
            .HaveCount(3)
            .And.OnlyContain(node => node.Condition("Ready") == "True");
        kube.Store.List(KubeKinds.Pod)
            .Should()
            .HaveCountGreaterThan(15)
            .And.OnlyContain(pod => pod.Condition("Ready") == "True");
        kube.Store.List(KubeKinds.Pod)
            .Should()
            .Contain(pod => pod.Name.StartsWith("openstack-cloud-controller-manager-"));
    }

    [Test]
    public void A_delete_leaves_nothing_of_it()
    {
        var world = SmallWorld.New();
        var before = Count(world);
        var cluster = world.Ask(world.Prepare());
        world.Pass(900);
        world.Workload().Expose();
        world.Pass(300);
        Count(world).Should().NotBe(before);
        lock (world.Gate)
            world.Magnum.Delete(cluster);
        world.Pass(60);
        cluster.Status.Should().Be("DELETE_IN_PROGRESS");
        world.Pass(420);
        world.Magnum.Clusters.Should().BeEmpty();
        Count(world).Should().Be(before);
        world.Workloads.All.Should().BeEmpty();
        CapiKinds.All.SelectMany(kind => world.Management.Kube.Store.List(kind)).Should().BeEmpty();
        world
            .Management.Kube.Store.List(KubeKinds.Secret)
            .Should()
            .NotContain(secret => secret.Name.StartsWith(cluster.StackId));
    }

    [Test]
    public void A_service_gets_a_load_balancer_of_the_workers_and_a_floating_ip_that_answers_from_both_pods()
    {
        var world = ClusterWorld.Accepted();
        var workload = world.Workload();
        workload.Expose();
        world.Pass(30);
        workload.Address("rr").Should().BeNull("the amphora boots");
        world.Pass(90);
        workload.Address("rr").Should().StartWith("127.12.7.");
        var made = workload.CloudController.Balancers.Single();
        var balancer = world.LoadBalancing.LoadBalancers.Find(made.BalancerId)!;
        balancer.Name.Should().Be($"kube_service_{workload.Magnum.StackId}_default_rr");
        balancer.Pools.Single().Members.Should().HaveCount(2);
        Enumerable.Range(0, 4).Select(_ => world.Workloads.NextBackend(balancer.Id)).Distinct().Should().HaveCount(2);

        workload.Unexpose();
        world.Pass(60);
        world.LoadBalancing.LoadBalancers.Find(balancer.Id).Should().BeNull();
        world.Network.FloatingIps.Should().NotContain(ip => ip.Description.Contains("default/rr"));
        workload.Kube.Store.List(KubeKinds.Service, "default").Should().NotContain(service => service.Name == "rr");
    }

    [Test]
    public void While_the_amphora_is_replaced_the_api_is_dark_for_the_blip_only_and_nodes_stay()
    {
        var world = ClusterWorld.Accepted();
        var workload = world.Workload();
        var balancer = workload.Stack.ApiBalancer!;
        lock (world.Gate)
            world.LoadBalancing.Amphorae.Failover(balancer);
        var dark = 0;
        for (var second = 0; second < 120; second++)
        {
            if (!workload.ApiReachable)
                dark++;
            world.Pass(1);
        }

        dark.Should().Be((int)world.Plan.Physics.FailoverBlip.TotalSeconds);
        balancer.Provisioning.Should().Be(ProvisioningStatus.Active);
        workload.Kube.Store.List(KubeKinds.Node).Should().OnlyContain(node => node.Condition("Ready") == "True");
    }

    [Test]
    public void The_accepted_world_begins_with_a_healthy_cluster_of_two_days()
    {
        var world = ClusterWorld.Accepted();
        var cluster = world.Cluster();
        (cluster.Status, cluster.HealthStatus).Should().Be(("CREATE_COMPLETE", "HEALTHY"));
        cluster.CreatedAt.Should().BeAfter(world.Plan.TenantSetupAt).And.BeBefore(world.Plan.TenantSetupAt.AddHours(6));
        world.Workload().Stack.ApiBalancer!.Provisioning.Should().Be(ProvisioningStatus.Active);
        cluster.StackId.Should().Be($"{world.Plan.Cluster}-{world.Plan.ClusterSuffix}");
        world.Workload().Stack.ApiBalancer!.Id.Should().Be(world.Plan.ApiLoadBalancerId);
        world.Workload().Kube.Store.List(KubeKinds.Pod).Should().OnlyContain(pod => pod.Condition("Ready") == "True");
        world.Pass(3600);
        cluster.HealthStatus.Should().Be("HEALTHY");
    }

    [Test]
    public void Workers_are_added_and_taken_away_again()
    {
        var world = ClusterWorld.Accepted();
        var cluster = world.Cluster();
        lock (world.Gate)
            world.Magnum.Resize(cluster, 3);
        world.Pass(300);
        (cluster.Status, cluster.HealthStatus).Should().Be(("UPDATE_COMPLETE", "HEALTHY"));
        world
            .Workload()
            .Kube.Store.List(KubeKinds.Node)
            .Should()
            .HaveCount(4)
            .And.OnlyContain(node =>
                node.Condition("Ready") == "True" && node.Spec["taints"] == null
                || node.Label("node-role.kubernetes.io/control-plane") != null
            );
        lock (world.Gate)
            world.Magnum.Resize(cluster, 1);
        world.Pass(300);
        cluster.NodeAddresses.Should().HaveCount(1);
        world.Compute.Servers.Count(server => server.Name.StartsWith(cluster.StackId)).Should().Be(2);
    }

    [Test]
    public void A_worker_that_dies_is_unknown_after_its_grace_and_its_pods_come_back_restarted()
    {
        var world = ClusterWorld.Accepted();
        var workload = world.Workload();
        workload.Expose();
        world.Pass(120);
        var balancer = workload.CloudController.Balancers.Single().BalancerId;
        IEnumerable<string?> FourBackends() =>
            Enumerable.Range(0, 4).Select(_ => world.Workloads.NextBackend(balancer));
        var dead = workload.Stack.Workers[0];
        lock (world.Gate)
            world.Compute.Power.PowerOff(dead);
        world.Pass(2);
        FourBackends().Should().Contain((string?)null, "half the connections go to the dead node");
        Node().Condition("Ready").Should().Be("True");
        world.Pass(60);
        Node().Condition("Ready").Should().Be("Unknown");
        FourBackends().Distinct().Should().ContainSingle().Which.Should().NotBeNull();
        lock (world.Gate)
            world.Compute.Power.Start(dead);
        world.Pass(60);
        Node().Condition("Ready").Should().Be("True");
        var pods = workload
            .Kube.Store.List(KubeKinds.Pod)
            .Where(pod => (string?)pod.Spec["nodeName"] == dead.Name)
            .ToArray();
        ShouldBeRestartedOnce(pods);

        KubeObject Node() => workload.Kube.Store.Get(KubeKinds.Node, "", dead.Name);
    }

    private static void ShouldBeRestartedOnce(KubeObject[] pods)
    {
        pods.Should()
            .NotBeEmpty()
            .And.OnlyContain(pod =>
                pod.Condition("Ready") == "True"
                && ((JsonArray)pod.Status["containerStatuses"]!).All(one => (int)one!["restartCount"]! == 1)
            );
    }

    [Test]
    public void A_services_members_are_the_nodes_that_are_there()
    {
        var world = ClusterWorld.Accepted();
        world.Workload().Expose();
        world.Pass(120);
        var pool = world
            .LoadBalancing.LoadBalancers.Find(world.Workload().CloudController.Balancers.Single().BalancerId)!
            .Pools.Single();
        lock (world.Gate)
            world.Magnum.Resize(world.Cluster(), 3);
        world.Pass(300);
        pool.Members.Should().HaveCount(3);
        lock (world.Gate)
            world.Magnum.Resize(world.Cluster(), 1);
        world.Pass(300);
        pool.Members.Select(member => member.Address).Should().Equal(world.Cluster().NodeAddresses);
    }

    [Test]
    public void An_image_without_a_version_fails_the_create_with_the_drivers_words()
    {
        var world = SmallWorld.New();
        var template = world.Prepare();
        world.Images.Find(world.Plan.Image)!.Properties.Remove("kube_version");
        var cluster = world.Ask(template);
        world.Pass(20);
        cluster.Status.Should().Be("CREATE_FAILED");
        cluster.StatusReason.Should().EndWith("does not have a kube_version property.");
    }

    [Test]
    public void While_the_management_cluster_is_parked_nothing_moves_and_health_is_unhealthy_without_a_reason()
    {
        var world = ClusterWorld.Accepted();
        lock (world.Gate)
            world.Compute.Power.Stop(world.Compute.Servers.Find(world.Plan.ManagementServer)!);
        world.Pass(120);
        var cluster = world.Cluster();
        cluster.HealthStatus.Should().Be("UNHEALTHY");
        cluster.HealthReason.Should().BeEmpty();
        world.Workload().ApiReachable.Should().BeTrue("the workload cluster does not need it");
        lock (world.Gate)
            world.Compute.Power.Start(world.Compute.Servers.Find(world.Plan.ManagementServer)!);
        world.Pass(world.Plan.Physics.ManagementReady.TotalSeconds + 120);
        cluster.HealthStatus.Should().Be("HEALTHY");
        world.Management.Phase.Should().Be(ManagementPhase.Ready);
    }

    private static (int Servers, int Balancers, int Ports, int Ips, int Groups, int Networks, int Credentials) Count(
        TwinWorld world
    ) =>
        (
            world.Compute.Servers.Count,
            world.LoadBalancing.LoadBalancers.Count,
            world.Network.Ports.Count(),
            world.Network.FloatingIps.Count(),
            world.Network.SecurityGroups.Count(group => group.Name != "default"),
            world.Network.Networks.Count(),
            world.Identity.AppCredentials.All.Count
        );
}
