using System.Net;
using System.Text.Json.Nodes;

namespace Acceptance.Twin.Tests.Infrastructure;

/// <summary>Nova over the wire: envelopes, words, microversions and paging as captured.</summary>
[TestFixture]
public sealed class NovaWireTests
{
    private CloudClient _cloud = null!;
    private string _admin = "";
    private string _member = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        _cloud = CloudClient.Start();
        _admin = await _cloud.Token();
        _member = await _cloud.Token(CloudClient.ProjectIdScope(_cloud.Plan.CapiProjectId));
    }

    [OneTimeTearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    [Test]
    public async Task A_name_is_404_as_an_id_and_found_in_the_own_project_only()
    {
        using var byId = await _cloud.Get("nova", $"/v2.1/servers/{_cloud.Plan.ManagementServer}", _member);
        (await byId.Content.ReadAsStringAsync())
            .Should()
            .Be("{\"itemNotFound\": {\"code\": 404, \"message\": \"Instance capi-mgmt-v2 could not be found.\"}}");
        (await Names("/v2.1/servers?name=capi-mgmt-v2", _member)).Should().Equal("capi-mgmt-v2");
        (await Names("/v2.1/servers?name=capi-mgmt-v2", _admin)).Should().BeEmpty();
        (await Names("/v2.1/servers?all_tenants=1&name=^capi", _admin)).Should().Equal("capi-mgmt-v2");
    }

    [Test]
    public async Task The_management_server_reads_as_novas_own_does()
    {
        var id = _cloud.World.Compute.Servers.Find("capi-mgmt-v2")!.Id;
        var server = (await _cloud.Json("nova", $"/v2.1/servers/{id}", _member))["server"]!.AsObject();
        server
            .Select(member => member.Key)
            .Should()
            .Equal(
                "id",
                "name",
                "status",
                "tenant_id",
                "user_id",
                "metadata",
                "hostId",
                "image",
                "flavor",
                "created",
                "updated",
                "addresses",
                "accessIPv4",
                "accessIPv6",
                "links",
                "OS-DCF:diskConfig",
                "progress",
                "OS-EXT-AZ:availability_zone",
                "config_drive",
                "key_name",
                "OS-SRV-USG:launched_at",
                "OS-SRV-USG:terminated_at",
                "security_groups",
                "OS-EXT-STS:task_state",
                "OS-EXT-STS:vm_state",
                "OS-EXT-STS:power_state",
                "os-extended-volumes:volumes_attached"
            );
        server["addresses"]!["capi-mgmt-net"]!
            .AsArray()
            .Select(address => address!["OS-EXT-IPS:type"]!.GetValue<string>())
            .Should()
            .Equal("fixed", "floating");
        server["addresses"]!["capi-mgmt-net"]![1]!["addr"]!.GetValue<string>().Should().Be(_cloud.Plan.Address("7.40"));
        server["security_groups"]![0]!["name"]!.GetValue<string>().Should().Be("capi-sg");
    }

    [Test]
    public async Task A_server_without_a_host_tells_its_fault_in_a_show_only()
    {
        _cloud.World.Compute.Flavors.Create("too.big", 2000000, 64, 20);
        var flavor = _cloud.World.Compute.Flavors.Find("too.big")!.Id;
        using var made = await AskForServer("too-big", flavor);
        made.StatusCode.Should().Be(HttpStatusCode.Accepted);
        var id = (await CloudClient.Read(made))["server"]!["id"]!.GetValue<string>();
        _cloud.World.Pass(10);
        var listed = (await _cloud.Json("nova", "/v2.1/servers/detail?name=too-big", _member))["servers"]![
            0
        ]!.AsObject();
        listed["status"]!.GetValue<string>().Should().Be("ERROR");
        listed.ContainsKey("fault").Should().BeFalse();
        var shown = (await _cloud.Json("nova", $"/v2.1/servers/{id}", _member))["server"]!["fault"]!.AsObject();
        shown.Select(member => member.Key).Should().Equal("code", "created", "message");
        shown["message"]!.GetValue<string>().Should().Be("No valid host was found. ");
        (await _cloud.Json("nova", $"/v2.1/servers/{id}", _admin))["server"]!["fault"]!
            .AsObject()
            .ContainsKey("details")
            .Should()
            .BeTrue();
        using var start = await Act(id, "os-start");
        (await start.Content.ReadAsStringAsync()).Should().Contain($"Instance {id} is not ready");
    }

    private Task<HttpResponseMessage> AskForServer(string name, string flavor)
    {
        return _cloud.Ask(
            HttpMethod.Post,
            "nova",
            "/v2.1/servers",
            _member,
            new JsonObject
            {
                ["server"] = new JsonObject
                {
                    ["name"] = name,
                    ["imageRef"] = _cloud.World.Images.Find("ubuntu-noble")!.Id,
                    ["flavorRef"] = flavor,
                },
            }
        );
    }

    [Test]
    public async Task A_second_stop_is_409_and_a_start_brings_it_back_after_20_seconds()
    {
        var server = _cloud.World.Compute.Servers.Find("capi-mgmt-v2")!;
        using var stop = await Act(server.Id, "os-stop");
        stop.StatusCode.Should().Be(HttpStatusCode.Accepted);
        _cloud.World.Pass(5);
        using var again = await Act(server.Id, "os-stop");
        (await again.Content.ReadAsStringAsync())
            .Should()
            .Be(
                "{\"conflictingRequest\": {\"code\": 409, \"message\": "
                    + $"\"Cannot 'stop' instance {server.Id} while it is in vm_state stopped\"}}}}"
            );
        using var start = await Act(server.Id, "os-start");
        start.StatusCode.Should().Be(HttpStatusCode.Accepted);
        _cloud.World.Pass(20);
        server.StatusWord.Should().Be("ACTIVE");
        var actions = await _cloud.Json("nova", $"/v2.1/servers/{server.Id}/os-instance-actions", _member);
        actions["instanceActions"]!
            .AsArray()
            .Select(action => action!["action"]!.GetValue<string>())
            .Should()
            .Equal("start", "stop", "create");
    }

    [TestCase("/v2.1/os-services", "os-services:list")]
    [TestCase("/v2.1/os-hypervisors/detail", "os-hypervisors:list-detail")]
    [TestCase("/v2.1/servers?all_tenants=1", "servers:index:get_all_tenants")]
    public async Task A_member_is_refused_by_the_name_of_the_policy(string path, string rule)
    {
        using var answer = await _cloud.Get("nova", path, _member);
        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await answer.Content.ReadAsStringAsync())
            .Should()
            .Be(
                "{\"forbidden\": {\"code\": 403, \"message\": "
                    + $"\"Policy doesn't allow os_compute_api:{rule} to be performed.\"}}}}"
            );
    }

    [Test]
    public async Task A_hypervisor_counts_what_it_keeps_for_itself()
    {
        var host = (await _cloud.Json("nova", "/v2.1/os-hypervisors/detail", _admin))["hypervisors"]![0]!;
        var node = _cloud.World.Compute.Hypervisors[0];
        host["hypervisor_hostname"]!.GetValue<string>().Should().Be("openstack0");
        host["memory_mb"]!.GetValue<int>().Should().Be(32768);
        host["memory_mb_used"]!.GetValue<int>().Should().Be(8192 + _cloud.World.Placement.Used(node, "MEMORY_MB"));
    }

    [Test]
    public async Task Microversions_are_negotiated_and_refused()
    {
        using var high = await _cloud.Ask(
            HttpMethod.Get,
            "nova",
            "/v2.1/servers",
            _admin,
            header: ("OpenStack-API-Version", "compute 2.999")
        );
        high.StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
        (await high.Content.ReadAsStringAsync())
            .Should()
            .Contain("Version 2.999 is not supported by the API. Minimum is 2.1 and maximum is 2.96.");
        using var newer = await _cloud.Ask(
            HttpMethod.Get,
            "nova",
            "/v2.1/servers/detail?all_tenants=1&limit=1",
            _admin,
            header: ("OpenStack-API-Version", "compute 2.93")
        );
        newer.Headers.GetValues("X-OpenStack-Nova-API-Version").Should().Equal("2.93");
        var body = await CloudClient.Read(newer);
        body["servers"]![0]!["flavor"]!["original_name"].Should().NotBeNull();
        body["servers_links"]![0]!["rel"]!.GetValue<string>().Should().Be("next");
    }

    [Test]
    public async Task Flavors_and_the_key_of_the_tenant_set_up_are_there()
    {
        var flavors = (await _cloud.Json("nova", "/v2.1/flavors/detail?is_public=None", _admin))["flavors"]!.AsArray();
        flavors
            .Select(flavor =>
                (flavor!["name"]!.GetValue<string>(), flavor["ram"]!.GetValue<int>(), flavor["vcpus"]!.GetValue<int>())
            )
            .Should()
            .Contain([("gp.mid", 8192, 2), ("capi.node", 4096, 2), ("charm-octavia", 1024, 1)]);
        (await _cloud.Json("nova", "/v2.1/os-keypairs/capi-mgmt-key", _member))["keypair"]!["name"]!
            .GetValue<string>()
            .Should()
            .Be("capi-mgmt-key");
    }

    [Test]
    public async Task Strange_paths_answer_as_captured()
    {
        (await _cloud.Get("nova", "/no/such/path")).StatusCode.Should().Be(HttpStatusCode.Ambiguous);
        (await _cloud.Get("nova", "/v2.1/no-such", _admin)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _cloud.Get("nova", "/v2.1/os-server-groups", _admin))
            .StatusCode.Should()
            .Be(HttpStatusCode.NotImplemented);
    }

    private async Task<IEnumerable<string>> Names(string path, string token) =>
        (await _cloud.Json("nova", path, token))["servers"]!
            .AsArray()
            .Select(server => server!["name"]!.GetValue<string>());

    private Task<HttpResponseMessage> Act(string id, string action) =>
        _cloud.Ask(HttpMethod.Post, "nova", $"/v2.1/servers/{id}/action", _member, new JsonObject { [action] = null });
}
