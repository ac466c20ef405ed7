using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.LoadBalancing;

namespace Acceptance.Twin.Tests.Infrastructure;

/// <summary>Each fault, from its cause to what a client sees, and back.</summary>
[TestFixture]
public sealed class FaultTests
{
    private CloudClient _cloud = null!;
    private string _admin = "";

    [SetUp]
    public async Task Start()
    {
        _cloud = CloudClient.Start();
        _admin = await _cloud.Token();
    }

    [TearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task LB_failover_waits_for_its_victim_and_reads_error_while_it_serves()
    {
        _cloud.Twin.Faults.Inject("LB-failover").Victim.Should().BeNull();
        var balancer = _cloud.World.ApiLoadBalancer();
        _cloud.World.Pass(10);
        _cloud.Twin.Faults.Active.Single().Victim.Should().Contain(balancer.Id);
        (await Read(balancer)).Should().Be(("ERROR", "ONLINE"));
        _cloud.World.LoadBalancing.Amphorae.DataPathUp(balancer).Should().BeTrue();

        using var failover = await _cloud.Ask(
            HttpMethod.Put,
            "octavia",
            $"/v2.0/lbaas/loadbalancers/{balancer.Id}/failover",
            _admin
        );
        ((int)failover.StatusCode).Should().Be(202);
        _cloud.World.Pass(110);
        (await Read(balancer)).Should().Be(("ACTIVE", "ONLINE"));
    }

    [Test]
    public async Task LB_failover_heals()
    {
        var balancer = _cloud.World.ApiLoadBalancer();
        _cloud.Twin.Faults.Inject("LB-failover");
        (await Read(balancer)).Should().Be(("ERROR", "ONLINE"));
        _cloud.Twin.Faults.Heal("LB-failover");
        (await Read(balancer)).Should().Be(("ACTIVE", "ONLINE"));
    }

    [Test]
    public async Task Amphora_headroom_waits_for_the_cluster_and_then_no_host_takes_one_more()
    {
        _cloud.Twin.Faults.Inject("amphora-headroom").Victim.Should().BeNull();
        (await Candidates()).Should().Be(4);
        var balancer = _cloud.World.ApiLoadBalancer();
        _cloud.World.Pass(10);
        (await Candidates()).Should().Be(0);

        for (var attempt = 1; attempt <= 2; attempt++)
        {
            using var failover = await _cloud.Ask(
                HttpMethod.Put,
                "octavia",
                $"/v2.0/lbaas/loadbalancers/{balancer.Id}/failover",
                _admin
            );
            ((int)failover.StatusCode).Should().Be(202);
            _cloud.World.Pass(20);
            (await Read(balancer)).Should().Be(("ERROR", "ONLINE"));
            (await Zombies()).Should().HaveCount(attempt).And.OnlyContain(status => status == "ERROR");
        }

        _cloud.Twin.Faults.Heal("amphora-headroom");
        _cloud.World.Pass(5);
        (await Candidates()).Should().Be(4);
        _cloud.World.Compute.Servers.Should().NotContain(server => server.Name.StartsWith("batch-"));
    }

    [TestCase("amphora-orphan", "ERROR")]
    [TestCase("amphora-orphan-active", "ACTIVE")]
    public async Task An_orphan_is_a_server_that_no_row_knows(string fault, string status)
    {
        _cloud.Twin.Faults.Inject(fault);
        _cloud.World.Pass(5);
        (await Zombies()).Should().Equal(status);
        _cloud.World.LoadBalancing.Amphorae.MissingFromDatabase().Should().HaveCount(status == "ACTIVE" ? 1 : 0);
        _cloud.Twin.Faults.Heal(fault);
        _cloud.World.Pass(5);
        (await Zombies()).Should().BeEmpty();
    }

    [TestCase("blip-0", 0)]
    [TestCase("blip-70", 70)]
    public void A_blip_is_as_long_as_the_fault_says(string fault, int seconds)
    {
        _cloud.Twin.Faults.Inject(fault);
        var balancer = _cloud.World.ApiLoadBalancer();
        _cloud.World.LoadBalancing.Amphorae.Failover(balancer);
        var dark = 0;
        for (var second = 0; second < 150; second++)
        {
            if (!_cloud.World.LoadBalancing.Amphorae.DataPathUp(balancer))
                dark++;
            _cloud.World.Pass(1);
        }

        dark.Should().Be(seconds);
        _cloud.Twin.Faults.Heal(fault);
        _cloud.World.LoadBalancing.Amphorae.Blip.Should().Be(TimeSpan.FromSeconds(8));
    }

    [Test]
    public async Task A_hypervisor_down_is_told_by_nova_and_its_guests_run_on()
    {
        var victim = _cloud.Twin.Faults.Inject("hypervisor-down").Victim!;
        (await Down()).Should().Equal(victim);
        _cloud
            .World.Compute.Servers.Where(server => server.Host == victim && server.StatusWord == "ACTIVE")
            .Should()
            .OnlyContain(server => _cloud.World.Compute.Servers.Runs(server));
        _cloud.Twin.Faults.Heal("hypervisor-down");
        (await Down()).Should().BeEmpty();
    }

    [Test]
    public async Task A_host_without_power_takes_its_amphorae_along_and_the_health_manager_answers()
    {
        var balancer = _cloud.World.ApiLoadBalancer();
        var host = _cloud.World.Compute.Servers.Find(balancer.Amphorae.Single().ServerName)!.Host!;
        _cloud.World.Host(host)!.PowerOff();
        _cloud.World.LoadBalancing.Amphorae.DataPathUp(balancer).Should().BeFalse();
        _cloud.World.Pass(61);
        (await Read(balancer)).Should().Be(("PENDING_UPDATE", "ONLINE"));
        (await Down()).Should().Equal(host);
        _cloud.World.Pass(120);
        (await Read(balancer)).Should().Be(("ACTIVE", "ONLINE"));
        _cloud.World.LoadBalancing.Amphorae.DataPathUp(balancer).Should().BeTrue();
    }

    private async Task<(string, string)> Read(OctaviaLoadBalancer balancer)
    {
        var json = (await _cloud.Json("octavia", $"/v2.0/lbaas/loadbalancers/{balancer.Id}", _admin))["loadbalancer"]!;
        return (json["provisioning_status"]!.GetValue<string>(), json["operating_status"]!.GetValue<string>());
    }

    private async Task<int> Candidates()
    {
        using var answer = await _cloud.Ask(
            HttpMethod.Get,
            "placement",
            "/allocation_candidates?resources=VCPU:1,MEMORY_MB:1024,DISK_GB:8",
            _admin,
            header: ("OpenStack-API-Version", "placement 1.36")
        );
        return (await CloudClient.Read(answer))["allocation_requests"]!.AsArray().Count;
    }

    /// <summary>The sweep: Nova's amphora servers, less those whose id an amphora row names.</summary>
    private async Task<List<string>> Zombies()
    {
        var rows = (await _cloud.Json("octavia", "/v2/octavia/amphorae", _admin))["amphorae"]!
            .AsArray()
            .Select(row => row!["compute_id"]?.ToString())
            .ToHashSet();
        return
        [
            .. (await _cloud.Json("nova", "/v2.1/servers/detail?all_tenants=1", _admin))["servers"]!
                .AsArray()
                .Select(server => server!)
                .Where(server =>
                    server["name"]!.ToString().StartsWith("amphora-") && !rows.Contains(server["id"]!.ToString())
                )
                .Select(server => server["status"]!.ToString()),
        ];
    }

    private async Task<IEnumerable<string>> Down() =>
        (await _cloud.Json("nova", "/v2.1/os-hypervisors/detail", _admin))["hypervisors"]!
            .AsArray()
            .Where(host => host!["state"]!.ToString() == "down")
            .Select(host => host!["hypervisor_hostname"]!.ToString());
}
