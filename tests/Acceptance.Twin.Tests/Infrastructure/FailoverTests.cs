using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Twin.Tests.Infrastructure;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FailoverTests
{
    private readonly TwinWorld _world = SmallWorld.New();

    [Test]
    public void A_load_balancer_boots_an_amphora_in_the_services_project()
    {
        var subnet = _world.Network.Subnets.Find("capi-mgmt-subnet")!;
        var balancer = _world.LoadBalancing.Create(new LoadBalancerRequest("rr", _world.Plan.CapiProjectId, subnet.Id));

        (balancer.Provisioning.Word(), balancer.Operating.Word()).Should().Be(("PENDING_CREATE", "OFFLINE"));
        _world.LoadBalancing.Amphorae.DataPathUp(balancer).Should().BeFalse();
        _world.Pass(70);
        (balancer.Provisioning.Word(), balancer.Operating.Word()).Should().Be(("ACTIVE", "ONLINE"));
        var amphora = balancer.Amphorae.Should().ContainSingle().Which;
        _world.Compute.Servers.Find(amphora.ServerName)!.ProjectId.Should().Be(_world.LoadBalancing.Owner.ProjectId);
        _world.LoadBalancing.Amphorae.DataPathUp(balancer).Should().BeTrue();
    }

    [Test]
    public void The_replacement_is_built_before_the_old_amphora_is_reaped()
    {
        var balancer = _world.ApiLoadBalancer();
        var old = balancer.Amphorae.Single();

        _world.LoadBalancing.Amphorae.Failover(balancer);
        balancer.Provisioning.Word().Should().Be("PENDING_UPDATE");
        old.Status.Word().Should().Be("PENDING_DELETE");
        _world.Pass(90);
        balancer.Amphorae.Should().HaveCount(2);
        _world.Compute.Servers.Find(old.ServerName).Should().NotBeNull();
        balancer.Operating.Word().Should().Be("ONLINE");
        _world.Pass(18);
        balancer.Provisioning.Word().Should().Be("ACTIVE");
        balancer.Amphorae.Should().ContainSingle().Which.Should().NotBe(old);
        _world.Pass(5);
        _world.Compute.Servers.Find(old.ServerName).Should().BeNull();
        _world.LoadBalancing.Amphorae.Orphans.Should().BeEmpty();
    }

    [Test]
    public void Vip_port_and_floating_ip_survive_a_failover()
    {
        var balancer = _world.ApiLoadBalancer();
        var ip = _world.Network.FloatingIps.Allocate(balancer.ProjectId, balancer.VipPortId);
        var before = (balancer.VipPortId, balancer.VipAddress, ip.PortId, ip.Address);

        _world.LoadBalancing.Amphorae.Failover(balancer);
        _world.Pass(120);

        (balancer.VipPortId, balancer.VipAddress, ip.PortId, ip.Address).Should().Be(before);
        ip.Address.Should().Be("127.12.7.180");
    }

    [TestCase(0)]
    [TestCase(8)]
    [TestCase(70)]
    public void The_data_path_is_dark_for_exactly_the_blip(int blip)
    {
        var balancer = _world.ApiLoadBalancer();
        _world.LoadBalancing.Amphorae.Blip = TimeSpan.FromSeconds(blip);
        _world.LoadBalancing.Amphorae.Failover(balancer);

        var dark = 0;
        for (var second = 0; second < 150; second++)
        {
            if (!_world.LoadBalancing.Amphorae.DataPathUp(balancer))
                dark++;
            _world.Pass(1);
        }

        dark.Should().Be(blip);
        balancer.Provisioning.Word().Should().Be("ACTIVE");
    }

    [Test]
    public void Without_room_it_ends_in_error_and_every_try_leaves_a_zombie()
    {
        var balancer = _world.ApiLoadBalancer();
        _world.Fill();

        _world.LoadBalancing.Amphorae.Failover(balancer);
        _world.Pass(14);
        balancer.Provisioning.Word().Should().Be("PENDING_UPDATE");
        _world.Pass(1);
        (balancer.Provisioning.Word(), balancer.Operating.Word()).Should().Be(("ERROR", "ONLINE"));
        balancer.Amphorae.Should().ContainSingle().Which.Status.Word().Should().Be("ERROR");
        _world.LoadBalancing.Amphorae.DataPathUp(balancer).Should().BeTrue();
        _world.LoadBalancing.Amphorae.Orphans.Should().ContainSingle().Which.StatusWord.Should().Be("ERROR");

        _world.LoadBalancing.Amphorae.Failover(balancer);
        _world.Pass(15);
        _world.LoadBalancing.Amphorae.Orphans.Should().HaveCount(2);
    }

    [Test]
    public void Without_an_image_of_its_tag_it_ends_in_error_and_leaves_no_server()
    {
        var balancer = _world.ApiLoadBalancer();
        var mismatch = _world.Breakable();
        mismatch.Inject("amp-image-tag-mismatch").Victim.Should().Be("octavia");

        _world.LoadBalancing.Amphorae.Failover(balancer);
        _world.Pass(2);
        (balancer.Provisioning.Word(), balancer.Operating.Word()).Should().Be(("ERROR", "ONLINE"));
        _world.LoadBalancing.Amphorae.Orphans.Should().BeEmpty();

        mismatch.Heal("amp-image-tag-mismatch");
        _world.LoadBalancing.Amphorae.Failover(balancer);
        _world.Pass(110);
        balancer.Provisioning.Word().Should().Be("ACTIVE");
    }

    [Test]
    public void A_failover_from_error_heals_it()
    {
        var balancer = _world.ApiLoadBalancer();
        _world.Fill();
        _world.LoadBalancing.Amphorae.Failover(balancer);
        _world.Pass(15);
        _world.Compute.Power.Delete(_world.Compute.Servers.First(server => server.Name == "filler"));
        _world.Pass(5);

        _world.LoadBalancing.Amphorae.Failover(balancer);
        _world.Pass(108);

        balancer.Provisioning.Word().Should().Be("ACTIVE");
    }

    [Test]
    public void What_is_immutable_says_so_in_two_ways()
    {
        var balancer = _world.ApiLoadBalancer();
        _world.LoadBalancing.Amphorae.Failover(balancer);

        FluentActions
            .Invoking(() => _world.LoadBalancing.Amphorae.Failover(balancer))
            .Should()
            .Throw<RefusedException>()
            .WithMessage($"Invalid state PENDING_UPDATE of loadbalancer resource {balancer.Id}");
        FluentActions
            .Invoking(() => _world.LoadBalancing.Parts.SetMembers(balancer, []))
            .Should()
            .Throw<RefusedException>()
            .WithMessage($"Load Balancer {balancer.Id} is immutable and cannot be updated.");
    }

    [Test]
    public void An_amphora_that_falls_silent_is_failed_over_by_the_health_manager()
    {
        var balancer = _world.ApiLoadBalancer();
        var old = balancer.Amphorae.Single();
        _world.Compute.Power.PowerOff(_world.Compute.Servers.Find(old.ServerName)!);

        _world.LoadBalancing.Amphorae.DataPathUp(balancer).Should().BeFalse();
        _world.Pass(60);
        balancer.Provisioning.Word().Should().Be("PENDING_UPDATE");
        _world.Pass(108);
        balancer.Provisioning.Word().Should().Be("ACTIVE");
        _world.LoadBalancing.Amphorae.DataPathUp(balancer).Should().BeTrue();
        balancer.Amphorae.Should().NotContain(old);
    }

    [Test]
    public void A_delete_takes_vip_port_and_amphora_and_leaves_the_floating_ip_unbound()
    {
        var balancer = _world.ApiLoadBalancer();
        var server = balancer.Amphorae.Single().ServerName;
        var ip = _world.Network.FloatingIps.Allocate(balancer.ProjectId, balancer.VipPortId);

        FluentActions
            .Invoking(() => _world.LoadBalancing.Delete(balancer, cascade: false))
            .Should()
            .Throw<RefusedException>()
            .WithMessage("*it has children");
        _world.LoadBalancing.Delete(balancer, cascade: true);
        _world.Pass(20);

        _world.LoadBalancing.LoadBalancers.Find(balancer.Id).Should().BeNull();
        _world.Network.Ports.Find(balancer.VipPortId).Should().BeNull();
        _world.Compute.Servers.Find(server).Should().BeNull();
        ip.PortId.Should().BeNull();
        _world.Network.FloatingIps.Find(ip.Id).Should().NotBeNull();
    }
}
