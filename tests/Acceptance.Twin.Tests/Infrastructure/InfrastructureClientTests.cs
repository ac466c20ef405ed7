using Acceptance.Twin.Tests.RealClients;

namespace Acceptance.Twin.Tests.Infrastructure;

/// <summary>
/// The commands of the runbooks on servers, networks and load balancers by the real client: exit codes and words as
/// captured.
/// </summary>
[TestFixture]
[Category("RealClients")]
public sealed class InfrastructureClientTests
{
    private CloudClient _cloud = null!;
    private RealClient _admin = null!;
    private RealClient _member = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _cloud = CloudClient.Start();
        _admin = RealClient.OpenStack(_cloud);
        _member = RealClient.OpenStack(_cloud, $"OS_PROJECT_ID={_cloud.Plan.CapiProjectId}");
    }

    [OneTimeTearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task Servers_are_the_scopes_own_and_an_admin_lists_all()
    {
        (await _member.Run("server show capi-mgmt-v2 -f value -c status")).Should().Be("ACTIVE");
        (await _admin.Run("server list -f value")).Should().BeEmpty();
        (await _admin.Run("server list --all-projects -f value -c Name -c Status"))
            .Split('\n')
            .Should()
            .Contain(["capi-mgmt-v2 ACTIVE", "backend-test SHUTOFF"]);
        (await _admin.Run("server show capi-mgmt-v2", exit: 1))
            .Should()
            .Be("No server with a name or ID of 'capi-mgmt-v2' exists.");
        (await _member.Run("server list --all-projects", exit: 1))
            .Should()
            .StartWith(
                "Policy doesn't allow os_compute_api:servers:detail:get_all_tenants to be performed. (HTTP 403)"
            );
    }

    [Test]
    public async Task The_sweep_finds_amphora_servers_by_their_images_name() =>
        (await _admin.Run("server list --all-projects --long -f yaml")).Should().Contain("Image Name: amphora-haproxy");

    [Test]
    public async Task Hypervisors_say_what_the_runbook_greps()
    {
        var lines = (await _admin.Run("hypervisor list --long -f yaml")).Split('\n');
        lines.Where(line => line.Contains("Hypervisor Hostname")).Should().HaveCount(4);
        lines.Where(line => line.Trim() == "Memory MB: 32768").Should().HaveCount(4);
        (await _admin.Run("hypervisor show openstack0 -f value -c memory_mb")).Should().Be("32768");
        (await _admin.Run("hypervisor stats show -f value -c count")).Should().Be("4");
        (await _admin.Run("compute service list --service nova-compute -f value -c Host -c State"))
            .Split('\n')
            .Should()
            .Contain("openstack3 up");
    }

    [Test]
    public async Task Networks_floating_ips_flavors_and_the_key_are_listed()
    {
        (await _member.Run("network list --external -f value -c Name")).Should().Be("provider-ext");
        (await _member.Json("floating ip list"))[0]!["Floating IP Address"]!
            .GetValue<string>()
            .Should()
            .Be(_cloud.Plan.Address("7.40"));
        (await _member.Run("keypair list -f value -c Name")).Should().Be("capi-mgmt-key");
        (await _member.Run("flavor show gp.mid -f value -c ram -c vcpus")).Should().Be("8192\n2");
        (await _member.Run("subnet show no-such-subnet", exit: 1)).Should().Be("No Subnet found for no-such-subnet");
        (await _member.Json("subnet list --network capi-mgmt-net"))[0]!["Subnet"]!
            .GetValue<string>()
            .Should()
            .Be("10.20.8.0/24");
        (await _member.Json("security group rule list capi-sg")).AsArray().Should().HaveCount(4);
        (await _member.Json("router show capi-mgmt-router"))["interfaces_info"].Should().NotBeNull();
    }

    [Test]
    public async Task A_load_balancer_is_failed_over_by_an_operator_only_and_shown_in_the_commands_own_order()
    {
        var id = _cloud.World.ApiLoadBalancerOnce().Id;
        (await _member.Run($"loadbalancer failover {id}", exit: 1))
            .Should()
            .Contain("Policy does not allow this request to be performed. (HTTP 403)");
        (await _admin.Run($"loadbalancer failover {id}")).Should().BeEmpty();
        (await _admin.Run($"loadbalancer show {id} -f value -c provisioning_status -c operating_status"))
            .Should()
            .Be("ONLINE\nPENDING_UPDATE");
        (await _admin.Run($"loadbalancer failover {id}", exit: 1))
            .Should()
            .Contain($"Invalid state PENDING_UPDATE of loadbalancer resource {id} (HTTP 409)");
        _cloud.World.Pass(110);
        (await _admin.Run($"loadbalancer amphora list --loadbalancer {id} -f value -c status"))
            .Should()
            .Be("ALLOCATED");
        (await _admin.Run("loadbalancer list -f value -c name -c provisioning_status"))
            .Should()
            .Contain("webshop-front ACTIVE");
        (await _admin.Run($"loadbalancer status show {id}")).Should().Contain("\"operating_status\": \"NO_MONITOR\"");
    }

    [Test]
    public async Task A_load_balancer_is_made_and_deleted_and_the_amphorae_are_an_operators()
    {
        (
            await _member.Run(
                "loadbalancer create --name small --vip-subnet-id capi-mgmt-subnet -f value -c provisioning_status"
            )
        )
            .Should()
            .Be("PENDING_CREATE");
        _cloud.World.Pass(80);
        (await _member.Run("loadbalancer amphora list", exit: 1)).Should().Contain("(HTTP 403)");
        await _member.Run("loadbalancer listener create --name l --protocol TCP --protocol-port 80 small");
        _cloud.World.Pass(5);
        (await _member.Run("loadbalancer delete small", exit: 1)).Should().Contain("it has children (HTTP 400)");
        await _member.Run("loadbalancer delete --cascade small");
        _cloud.World.Pass(20);
        (await _member.Run("loadbalancer show small", exit: 1))
            .Should()
            .Contain("Unable to locate small in loadbalancers");
    }

    [Test]
    public async Task A_server_is_made_stopped_and_deleted()
    {
        await _member.Run(
            "server create --image ubuntu-noble --flavor capi.node --network capi-mgmt-net --key-name "
                + "capi-mgmt-key made"
        );
        _cloud.World.Pass(25);
        (await _member.Run("server show made -f value -c status")).Should().Be("ACTIVE");
        await _member.Run("server stop made");
        _cloud.World.Pass(10);
        (await _member.Run("server stop made", exit: 1)).Should().Contain("while it is in vm_state stopped (HTTP 409)");
        (await _member.Run("server event list made -f value -c Action")).Should().Be("stop\ncreate");
        await _member.Run("server delete made");
        _cloud.World.Pass(5);
        (await _member.Run("server show made", exit: 1)).Should().Be("No server with a name or ID of 'made' exists.");
    }
}
