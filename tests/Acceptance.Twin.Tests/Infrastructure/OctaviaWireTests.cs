using System.Net;
using System.Text.Json.Nodes;

namespace Acceptance.Twin.Tests.Infrastructure;

/// <summary>Octavia over the wire: envelopes, words and statuses as captured.</summary>
[TestFixture]
public sealed class OctaviaWireTests
{
    private static readonly string[] AmphoraFields =
    [
        "id",
        "loadbalancer_id",
        "compute_id",
        "lb_network_ip",
        "vrrp_ip",
        "ha_ip",
        "vrrp_port_id",
        "ha_port_id",
        "cert_expiration",
        "cert_busy",
        "role",
        "status",
        "vrrp_interface",
        "vrrp_id",
        "vrrp_priority",
        "cached_zone",
        "created_at",
        "updated_at",
        "image_id",
        "compute_flavor",
    ];

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
    public async Task A_new_load_balancer_reads_pending_create_and_offline_then_active_and_online()
    {
        using var made = await Create("first");
        made.StatusCode.Should().Be(HttpStatusCode.Created);
        var json = (await CloudClient.Read(made))["loadbalancer"]!.AsObject();
        json.Select(member => member.Key).Take(4).Should().Equal("listeners", "pools", "id", "name");
        Text(json, "provisioning_status").Should().Be("PENDING_CREATE");
        Text(json, "operating_status").Should().Be("OFFLINE");
        json["updated_at"].Should().BeNull();
        _cloud.World.Pass(80);
        var now = (await _cloud.Json("octavia", $"/v2/lbaas/loadbalancers/{Text(json, "id")}", _member))[
            "loadbalancer"
        ]!.AsObject();
        Text(now, "provisioning_status").Should().Be("ACTIVE");
        Text(now, "operating_status").Should().Be("ONLINE");
        now.Select(member => member.Key)
            .Should()
            .Equal(
                "id",
                "name",
                "description",
                "provisioning_status",
                "operating_status",
                "admin_state_up",
                "project_id",
                "created_at",
                "updated_at",
                "vip_address",
                "vip_port_id",
                "vip_subnet_id",
                "vip_network_id",
                "additional_vips",
                "listeners",
                "pools",
                "provider",
                "flavor_id",
                "vip_qos_policy_id",
                "tags",
                "availability_zone",
                "vip_vnic_type",
                "tenant_id"
            );
    }

    [Test]
    public async Task Failover_and_amphorae_are_an_operators_and_an_unknown_id_is_404_first()
    {
        var id = _cloud.World.ApiLoadBalancerOnce().Id;
        await Refused(
            await _cloud.Ask(HttpMethod.Put, "octavia", $"/v2.0/lbaas/loadbalancers/{id}/failover", _member),
            403,
            "Policy does not allow this request to be performed."
        );
        await Refused(
            await _cloud.Get("octavia", "/v2.0/octavia/amphorae", _member),
            403,
            "Policy does not allow this request to be performed."
        );
        await Refused(
            await _cloud.Ask(
                HttpMethod.Put,
                "octavia",
                "/v2.0/lbaas/loadbalancers/00000000-0000-0000-0000-000000000000/failover",
                _member
            ),
            404,
            "Load Balancer 00000000-0000-0000-0000-000000000000 not found."
        );
    }

    [Test]
    public async Task A_failover_is_202_and_the_next_one_409()
    {
        using var made = await Create("again");
        var id = Text((await CloudClient.Read(made))["loadbalancer"]!.AsObject(), "id");
        await Refused(
            await _cloud.Ask(HttpMethod.Put, "octavia", $"/v2.0/lbaas/loadbalancers/{id}/failover", _admin),
            409,
            $"Invalid state PENDING_CREATE of loadbalancer resource {id}"
        );
        _cloud.World.Pass(80);
        using var accepted = await _cloud.Ask(
            HttpMethod.Put,
            "octavia",
            $"/v2.0/lbaas/loadbalancers/{id}/failover",
            _admin
        );
        accepted.StatusCode.Should().Be(HttpStatusCode.Accepted);
        await Refused(
            await _cloud.Ask(
                HttpMethod.Post,
                "octavia",
                "/v2.0/lbaas/listeners",
                _member,
                new JsonObject
                {
                    ["listener"] = new JsonObject
                    {
                        ["loadbalancer_id"] = id,
                        ["protocol"] = "TCP",
                        ["protocol_port"] = 80,
                    },
                }
            ),
            409,
            $"Load Balancer {id} is immutable and cannot be updated."
        );
        _cloud.World.Pass(5);
        var rows = (await _cloud.Json("octavia", $"/v2/octavia/amphorae?loadbalancer_id={id}", _admin))[
            "amphorae"
        ]!.AsArray();
        rows.Select(row => Text(row!.AsObject(), "status")).Should().Equal("PENDING_DELETE", "BOOTING");
        rows[0]!.AsObject().Select(member => member.Key).Should().Equal(AmphoraFields);
    }

    [Test]
    public async Task A_listener_a_pool_and_a_member_make_the_tree()
    {
        using var made = await Create("tree");
        var id = Text((await CloudClient.Read(made))["loadbalancer"]!.AsObject(), "id");
        _cloud.World.Pass(80);
        var listener = await AddListener(id);
        var pool = await AddPool(listener);
        await Add(
            $"pools/{pool}/members",
            "member",
            new JsonObject { ["address"] = "10.20.8.21", ["protocol_port"] = 6443 }
        );
        var tree = (await _cloud.Json("octavia", $"/v2.0/lbaas/loadbalancers/{id}/status", _member))["statuses"]![
            "loadbalancer"
        ]!;
        Text(tree["listeners"]![0]!["pools"]![0]!["members"]![0]!.AsObject(), "operating_status")
            .Should()
            .Be("NO_MONITOR");
        await Refused(
            await _cloud.Ask(HttpMethod.Delete, "octavia", $"/v2.0/lbaas/loadbalancers/{id}", _member),
            400,
            $"Validation failure: Cannot delete Load Balancer {id} - it has children"
        );
        using var gone = await _cloud.Ask(
            HttpMethod.Delete,
            "octavia",
            $"/v2.0/lbaas/loadbalancers/{id}?cascade=true",
            _member
        );
        gone.StatusCode.Should().Be(HttpStatusCode.NoContent);
        _cloud.World.Pass(20);
        await Refused(
            await _cloud.Get("octavia", $"/v2.0/lbaas/loadbalancers/{id}", _member),
            404,
            $"Load Balancer {id} not found."
        );
    }

    private Task<string> AddListener(string id)
    {
        return Add(
            "listeners",
            "listener",
            new JsonObject
            {
                ["loadbalancer_id"] = id,
                ["name"] = "l",
                ["protocol"] = "TCP",
                ["protocol_port"] = 6443,
            }
        );
    }

    private Task<string> AddPool(string listener)
    {
        return Add(
            "pools",
            "pool",
            new JsonObject
            {
                ["listener_id"] = listener,
                ["name"] = "p",
                ["protocol"] = "TCP",
                ["lb_algorithm"] = "ROUND_ROBIN",
            }
        );
    }

    [Test]
    public async Task A_list_pages_filters_and_cuts()
    {
        var page = await _cloud.Json("octavia", "/v2.0/lbaas/loadbalancers?limit=1&fields=id", _admin);
        page["loadbalancers"]!
            .AsArray()
            .Should()
            .ContainSingle()
            .Which!.AsObject()
            .Select(member => member.Key)
            .Should()
            .Equal("id");
        page["loadbalancers_links"]![0]!["rel"]!.GetValue<string>().Should().Be("next");
        (await _cloud.Json("octavia", "/v2.0/lbaas/loadbalancers?name=webshop-front", _admin))["loadbalancers"]!
            .AsArray()
            .Should()
            .ContainSingle();
        (await _cloud.Json("octavia", "/v2.0/lbaas/loadbalancers?name=webshop-front", _member))["loadbalancers"]!
            .AsArray()
            .Should()
            .BeEmpty();
        await Refused(
            await _cloud.Get("octavia", "/v2.0/lbaas/loadbalancers?colour=red", _admin),
            400,
            "One or more arguments are either duplicate or invalid"
        );
    }

    [Test]
    public async Task Roots_and_strange_paths_answer_as_captured()
    {
        ((await _cloud.Json("octavia", "/", _admin))["versions"]!.AsArray()[^1]!["id"]!.GetValue<string>())
            .Should()
            .Be("v2.28");
        (await _cloud.Get("octavia", "/v2.0/lbaas/no-such", _admin)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await _cloud.Get("octavia", "/v2.0/lbaas/no-such")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await _cloud.Get("octavia", "/v2.0/lbaas/l7policies", _admin))
            .StatusCode.Should()
            .Be(HttpStatusCode.NotImplemented);
    }

    private Task<HttpResponseMessage> Create(string name) =>
        _cloud.Ask(
            HttpMethod.Post,
            "octavia",
            "/v2.0/lbaas/loadbalancers",
            _member,
            new JsonObject
            {
                ["loadbalancer"] = new JsonObject
                {
                    ["name"] = name,
                    ["vip_subnet_id"] = _cloud.World.Network.Subnets.Find("capi-mgmt-subnet")!.Id,
                    ["admin_state_up"] = true,
                },
            }
        );

    private async Task<string> Add(string collection, string name, JsonObject body)
    {
        using var answer = await _cloud.Ask(
            HttpMethod.Post,
            "octavia",
            $"/v2.0/lbaas/{collection}",
            _member,
            new JsonObject { [name] = body }
        );
        answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        _cloud.World.Pass(5);
        return Text((await CloudClient.Read(answer))[name]!.AsObject(), "id");
    }

    private static async Task Refused(HttpResponseMessage answer, int status, string words)
    {
        ((int)answer.StatusCode).Should().Be(status);
        (await answer.Content.ReadAsStringAsync())
            .Should()
            .Be($"{{\"faultcode\": \"Client\", \"faultstring\": \"{words}\", \"debuginfo\": null}}");
        answer.Dispose();
    }

    private static string Text(JsonObject json, string key) => json[key]!.GetValue<string>();
}
