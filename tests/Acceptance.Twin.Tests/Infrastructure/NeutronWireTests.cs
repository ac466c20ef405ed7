using System.Net;
using System.Text.Json.Nodes;

namespace Acceptance.Twin.Tests.Infrastructure;

/// <summary>Neutron over the wire: envelopes, words and refusals as captured.</summary>
[TestFixture]
public sealed class NeutronWireTests
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
    public async Task The_external_network_is_seen_by_all_and_its_provider_by_an_admin()
    {
        var seen = (await _cloud.Json("neutron", "/v2.0/networks?name=provider-ext", _member))["networks"]!
            .AsArray()
            .Should()
            .ContainSingle()
            .Which!.AsObject();
        seen["router:external"]!.GetValue<bool>().Should().BeTrue();
        seen.Select(member => member.Key)
            .Should()
            .Equal(
                "id",
                "name",
                "tenant_id",
                "admin_state_up",
                "mtu",
                "status",
                "subnets",
                "shared",
                "availability_zone_hints",
                "availability_zones",
                "ipv4_address_scope",
                "ipv6_address_scope",
                "router:external",
                "description",
                "port_security_enabled",
                "qos_policy_id",
                "dns_domain",
                "l2_adjacency",
                "is_default",
                "tags",
                "created_at",
                "updated_at",
                "revision_number",
                "project_id"
            );
        (await _cloud.Json("neutron", "/v2.0/networks?router:external=True", _admin))["networks"]![0]![
            "provider:physical_network"
        ]!
            .GetValue<string>()
            .Should()
            .Be("physnet1");
    }

    [TestCase("/v2.0/networks?colour=red", 400, "HTTPBadRequest", "['colour'] is invalid attribute for filtering")]
    [TestCase(
        "/v2.0/networks?marker=00000000-0000-0000-0000-000000000000&limit=1",
        404,
        "NetworkNotFound",
        "Network 00000000-0000-0000-0000-000000000000 could not be found."
    )]
    [TestCase(
        "/v2.0/networks?limit=-1",
        400,
        "BadRequest",
        "Bad limit request: Limit must be an integer 0 or greater and not '-1'."
    )]
    [TestCase(
        "/v2.0/routers/00000000-0000-0000-0000-000000000000",
        404,
        "RouterNotFound",
        "Router 00000000-0000-0000-0000-000000000000 could not be found"
    )]
    [TestCase("/v2.0/no-such", 404, "HTTPNotFound", "The resource could not be found.")]
    public async Task What_is_wrong_is_said_in_neutrons_words(string path, int status, string type, string message)
    {
        using var answer = await _cloud.Get("neutron", path, _member);
        ((int)answer.StatusCode).Should().Be(status);
        (await answer.Content.ReadAsStringAsync())
            .Should()
            .Be($"{{\"NeutronError\": {{\"type\": \"{type}\", \"message\": \"{message}\", \"detail\": \"\"}}}}");
    }

    private string External => _cloud.World.Network.Networks.External.Id;

    [Test]
    public async Task A_tenant_network_is_built_and_torn_down_in_its_order_only()
    {
        var network = await Made("networks", "network", new JsonObject { ["name"] = "w-net" });
        var subnet = await MadeSubnet(network);
        var router = await MadeRouter();
        using var added = await Interface(router, "add", subnet);
        var port = (await CloudClient.Read(added))["port_id"]!.GetValue<string>();

        await Refused(HttpMethod.Delete, $"/v2.0/networks/{network}", $"id for these ports is: {port}.");
        await Refused(
            HttpMethod.Delete,
            $"/v2.0/subnets/{subnet}",
            "One or more ports have an IP allocation from this subnet."
        );
        await Refused(
            HttpMethod.Delete,
            $"/v2.0/ports/{port}",
            "cannot be deleted directly via the port API: has device owner network:router_interface."
        );
        using var removed = await Interface(router, "remove", subnet);
        removed.StatusCode.Should().Be(HttpStatusCode.OK);
        foreach (var path in new[] { $"routers/{router}", $"subnets/{subnet}", $"networks/{network}" })
            (await _cloud.Ask(HttpMethod.Delete, "neutron", $"/v2.0/{path}", _member))
                .StatusCode.Should()
                .Be(HttpStatusCode.NoContent);
    }

    private Task<string> MadeSubnet(string network)
    {
        return Made(
            "subnets",
            "subnet",
            new JsonObject
            {
                ["name"] = "w-subnet",
                ["network_id"] = network,
                ["ip_version"] = 4,
                ["cidr"] = "10.20.99.0/24",
            }
        );
    }

    private Task<string> MadeRouter()
    {
        return Made(
            "routers",
            "router",
            new JsonObject
            {
                ["name"] = "w-router",
                ["external_gateway_info"] = new JsonObject
                {
                    ["network_id"] = _cloud.World.Network.Networks.External.Id,
                },
            }
        );
    }

    [Test]
    public async Task A_floating_ip_binds_to_a_port_and_is_shown_with_it()
    {
        var server = _cloud.World.Compute.Servers.Find("capi-mgmt-v2")!;
        var shown = (
            await _cloud.Json(
                "neutron",
                $"/v2.0/floatingips?floating_ip_address={_cloud.Plan.Address("7.40")}",
                _member
            )
        )["floatingips"]![0]!;
        shown["port_details"]!["device_id"]!.GetValue<string>().Should().Be(server.Id);
        shown["status"]!.GetValue<string>().Should().Be("ACTIVE");
        var made = await Made(
            "floatingips",
            "floatingip",
            new JsonObject { ["floating_network_id"] = _cloud.World.Network.Networks.External.Id }
        );
        _cloud.World.Network.FloatingIps.Find(made)!.Address.Should().Be(_cloud.Plan.Address("7.180"));
        (await _cloud.Ask(HttpMethod.Delete, "neutron", $"/v2.0/floatingips/{made}", _member))
            .StatusCode.Should()
            .Be(HttpStatusCode.NoContent);
    }

    [Test]
    public async Task A_second_equal_rule_is_refused_by_the_id_of_the_first()
    {
        var group = await Made("security-groups", "security_group", new JsonObject { ["name"] = "sg" });
        var rule = new JsonObject
        {
            ["security_group_id"] = group,
            ["direction"] = "ingress",
            ["protocol"] = "tcp",
            ["port_range_min"] = 22,
            ["port_range_max"] = 22,
        };
        var first = await Made("security-group-rules", "security_group_rule", (JsonObject)rule.DeepClone());
        using var second = await _cloud.Ask(
            HttpMethod.Post,
            "neutron",
            "/v2.0/security-group-rules",
            _member,
            new JsonObject { ["security_group_rule"] = rule }
        );
        second.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await second.Content.ReadAsStringAsync())
            .Should()
            .Contain($"Security group rule already exists. Rule id is {first}.");
    }

    [Test]
    public async Task A_rule_reads_one_way_alone_and_another_in_its_group()
    {
        var group = (await _cloud.Json("neutron", "/v2.0/security-groups?name=capi-sg", _member))["security_groups"]![
            0
        ]!;
        var alone = (
            await _cloud.Json("neutron", $"/v2.0/security-group-rules?security_group_id={group["id"]}", _member)
        )["security_group_rules"]![0]!;
        string[] keys =
        [
            "id",
            "tenant_id",
            "security_group_id",
            "ethertype",
            "direction",
            "protocol",
            "port_range_min",
            "port_range_max",
            "remote_ip_prefix",
            "remote_address_group_id",
            "normalized_cidr",
            "remote_group_id",
            "description",
            "created_at",
            "updated_at",
            "revision_number",
            "project_id",
        ];
        alone.AsObject().Select(member => member.Key).Should().Equal(keys);
        group["security_group_rules"]![0]!
            .AsObject()
            .Select(member => member.Key)
            .Should()
            .Equal([.. keys[..12], "standard_attr_id", "description", "tags", .. keys[13..]]);
    }

    [Test]
    public async Task Agents_are_an_admins_to_see()
    {
        (await _cloud.Json("neutron", "/v2.0/agents", _admin))["agents"]!.AsArray().Should().HaveCount(8);
        (await _cloud.Json("neutron", "/v2.0/agents", _member))["agents"]!.AsArray().Should().BeEmpty();
    }

    private async Task<string> Made(string collection, string name, JsonObject body)
    {
        using var answer = await _cloud.Ask(
            HttpMethod.Post,
            "neutron",
            $"/v2.0/{collection}",
            _member,
            new JsonObject { [name] = body }
        );
        answer.StatusCode.Should().Be(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return (await CloudClient.Read(answer))[name]!["id"]!.GetValue<string>();
    }

    private Task<HttpResponseMessage> Interface(string router, string deed, string subnet) =>
        _cloud.Ask(
            HttpMethod.Put,
            "neutron",
            $"/v2.0/routers/{router}/{deed}_router_interface",
            _member,
            new JsonObject { ["subnet_id"] = subnet }
        );

    private async Task Refused(HttpMethod method, string path, string words)
    {
        using var answer = await _cloud.Ask(method, "neutron", path, _member);
        answer.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await answer.Content.ReadAsStringAsync()).Should().Contain(words);
    }
}
