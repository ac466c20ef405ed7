using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Untidy;
using Acceptance.Twin.Tests.Infrastructure;

namespace Acceptance.Twin.Tests.Untidy;

/// <summary>An untidiness has consequences: every part of the world that shows it agrees.</summary>
public sealed class UntidyWorldTests
{
    private static TwinWorld With(string world, params string[] ids) =>
        SmallWorld.New(plan =>
            UntidinessCatalogue.In(plan with { World = world }, UntidinessCatalogue.Named(ids, plan.Seed))
        );

    private static IEnumerable<string> Ids => UntidinessCatalogue.All.Select(one => one.Id);

    [TestCaseSource(nameof(Ids))]
    public void Each_stands_alone_in_a_world_that_says_so(string id) =>
        With("accepted", id).Plan.Untidy.Should().Equal(id);

    [Test]
    public void All_stand_together()
    {
        foreach (var world in (string[])["accepted", "rebuilt"])
            With(world, "all").Plan.Untidy.Should().HaveCount(UntidinessCatalogue.All.Count);
    }

    [Test]
    public void A_host_without_a_compute_unit_is_no_hypervisor_and_no_chassis_of_computes()
    {
        var world = With("accepted", "fewer-computes", "second-compute");
        var hosts = world.Juju.Units.Where(unit => unit.Application.Charm.CharmName == "nova-compute").ToArray();
        hosts.Select(unit => unit.Application.Name).Should().Equal("nova-compute", "nova-compute", "nova-compute-gpu");
        world.Compute.Hypervisors.Select(node => node.Name).Should().Equal("openstack0", "openstack1", "openstack2");
        world
            .Ovn.Chassis.Select(chassis => chassis.Unit.Name)
            .Should()
            .Contain("ovn-chassis-gpu/0")
            .And.HaveCount(3 + world.Juju.Application("octavia").Units.Count);
        world.Hosts[3].Files.Read("/etc/nova/nova.conf").Should().BeNull();
        world.Compute.Servers.Should().OnlyContain(server => server.Host != "openstack3");
    }

    [Test]
    public void One_agent_executes_at_any_look_and_each_in_its_turn()
    {
        var world = With("accepted", "agents-executing");
        HashSet<string> seen = [];
        var units = world.Juju.Units.Count();
        for (var look = 0; look < units * 2; look++)
        {
            var executing = world.Juju.Units.Where(unit => unit.Agent == "executing").ToArray();
            executing.Should().ContainSingle().Which.AgentMessage.Should().Be("running update-status hook");
            seen.Add(executing[0].Name);
            world.Pass(world.Plan.Physics.UpdateStatus.TotalSeconds / units);
        }

        seen.Should().HaveCount(units);
    }

    [Test]
    public void Of_three_Vaults_one_is_active_and_another_takes_over_when_it_is_sealed()
    {
        var world = With("accepted", "vault-standbys");
        Messages(world).Should().Equal("true", "false", "false");
        world.Vaults[0].Seal();
        world.Juju.UpdateStatus();
        Messages(world).Should().Equal("Unit is sealed", "true", "false");
        foreach (var share in world.Vault.Shares.Take(3))
            world.Vaults[0].Unseal(share).Should().BeTrue();
        world.Vaults[0].Sealed.Should().BeFalse();
        world.Vaults[1].Shares.Should().Equal(world.Vaults[0].Shares);
    }

    private static IEnumerable<string> Messages(TwinWorld world) =>
        world
            .Juju.Application("vault")
            .Units.Select(unit =>
                unit.Message.Split("active: ") is [_, var active] ? active.Split(',')[0] : unit.Message
            );

    [Test]
    public void A_balancer_follows_its_member_and_its_member_the_server()
    {
        var world = With("rebuilt", "tenant-balancer");
        var balancer = world.LoadBalancing.LoadBalancers.Find("webshop-staging")!;
        (balancer.Provisioning, balancer.Operating).Should().Be((ProvisioningStatus.Active, OperatingStatus.Error));
        world.Compute.Power.Start(world.Compute.Servers.Find("backend-test")!);
        world.Pass(120);
        (balancer.Provisioning, balancer.Operating).Should().Be((ProvisioningStatus.Active, OperatingStatus.Online));
    }

    [Test]
    public void An_evicted_pod_is_nobodys_replica()
    {
        var world = With("accepted", "evicted-pods", "finished-pods");
        var kube = world.Management.Kube;
        kube.Controllers.Settle();
        world.Pass(60);
        var pods = kube.Store.List(Cloud.Twin.World.Kubernetes.Store.KubeKinds.Pod).ToArray();
        var evicted = pods.Where(pod => (string?)pod.Status["reason"] == "Evicted").ToArray();
        evicted.Should().HaveCount(3).And.OnlyContain(pod => (string?)pod.Status["phase"] == "Failed");
        foreach (var tombstone in evicted)
            pods.Should().Contain(pod => pod.Condition("Ready") == "True" && pod.OwnedBy(Owner(tombstone)));
        world.Workloads.All.Should().OnlyContain(workload => workload.Content.PodsReady);
    }

    private static string Owner(Cloud.Twin.World.Kubernetes.Store.KubeObject pod) =>
        (string)pod.Metadata["ownerReferences"]![0]!["uid"]!;
}
