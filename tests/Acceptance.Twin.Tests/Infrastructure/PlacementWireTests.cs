using System.Net;
using System.Text.Json.Nodes;

namespace Acceptance.Twin.Tests.Infrastructure;

/// <summary>Placement over the wire, by microversion as captured.</summary>
[TestFixture]
public sealed class PlacementWireTests
{
    private const string OneAmphora = "/allocation_candidates?resources=VCPU:1,MEMORY_MB:1024,DISK_GB:8";

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
    public async Task Who_would_take_one_amphora_is_told_from_1_10_on()
    {
        (await _cloud.Get("placement", OneAmphora, _admin)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        var early = await Ask(OneAmphora, "1.10");
        early["allocation_requests"]![0]!["allocations"].Should().BeOfType<JsonArray>();
        var late = await Ask(OneAmphora, "1.36");
        late["allocation_requests"]!.AsArray().Should().HaveCount(4);
        late["allocation_requests"]![0]!
            .AsObject()
            .Select(member => member.Key)
            .Should()
            .Equal("allocations", "mappings");
        var summary = late["provider_summaries"]!.AsObject().First().Value!;
        summary["resources"]!["MEMORY_MB"]!["capacity"]!.GetValue<int>().Should().Be(36864);
        summary
            .AsObject()
            .Select(member => member.Key)
            .Should()
            .Equal("resources", "traits", "parent_provider_uuid", "root_provider_uuid");
    }

    [Test]
    public async Task A_full_cloud_has_no_candidate()
    {
        _cloud.World.Fill();
        var answer = await Ask(OneAmphora, "1.36");
        answer["allocation_requests"]!.AsArray().Should().BeEmpty();
        answer["provider_summaries"]!.AsObject().Should().BeEmpty();
    }

    [Test]
    public async Task A_reserve_changed_on_the_host_moves_the_ceiling()
    {
        var host = _cloud.World.Hosts[0];
        var conf = host.Files.Read("/etc/nova/nova.conf")!;
        host.Files.Write("/etc/nova/nova.conf", conf.Replace("8192", "512", StringComparison.Ordinal));
        var id = _cloud.World.Compute.Hypervisors.Find(host.Name)!.Id;
        var memory = (await Ask($"/resource_providers/{id}/inventories", "1.0"))["inventories"]!["MEMORY_MB"]!;
        (
            memory["total"]!.GetValue<int>(),
            memory["reserved"]!.GetValue<int>(),
            memory["allocation_ratio"]!.GetValue<double>()
        )
            .Should()
            .Be((32768, 512, 1.5));
    }

    [Test]
    public async Task Errors_carry_a_code_from_1_23_on_and_a_member_is_refused()
    {
        using var old = await Send("/resource_providers/00000000-0000-0000-0000-000000000000", "1.0", _admin);
        (await old.Content.ReadAsStringAsync())
            .Should()
            .StartWith(
                "{\"errors\": [{\"status\": 404, \"title\": \"Not Found\", \"detail\": "
                    + "\"The resource could not be found.\\n\\n No resource provider with uuid "
                    + "00000000-0000-0000-0000-000000000000 found  \", \"request_id\""
            );
        using var newer = await Send("/resource_providers/00000000-0000-0000-0000-000000000000", "1.23", _admin);
        (await newer.Content.ReadAsStringAsync()).Should().Contain("\"code\": \"placement.undefined_code\"");
        var member = await _cloud.Token(CloudClient.ProjectIdScope(_cloud.Plan.CapiProjectId));
        using var refused = await Send("/resource_providers", "1.39", member);
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync())
            .Should()
            .Contain("Policy does not allow placement:resource_providers:list to be performed.");
        using var high = await Send("/resource_providers", "1.99", _admin);
        high.StatusCode.Should().Be(HttpStatusCode.NotAcceptable);
    }

    [Test]
    public async Task A_stopped_server_still_holds_what_it_holds()
    {
        var server = _cloud.World.Compute.Servers.Find("capi-mgmt-v2")!;
        _cloud.World.Compute.Power.Stop(server);
        _cloud.World.Pass(10);
        var held = await Ask($"/allocations/{server.Id}", "1.29");
        held["allocations"]!.AsObject().First().Value!["resources"]!["MEMORY_MB"]!.GetValue<int>().Should().Be(8192);
        held["project_id"]!.GetValue<string>().Should().Be(_cloud.Plan.CapiProjectId);
    }

    private Task<HttpResponseMessage> Send(string path, string version, string token) =>
        _cloud.Ask(HttpMethod.Get, "placement", path, token, header: ("OpenStack-API-Version", $"placement {version}"));

    private async Task<JsonNode> Ask(string path, string version)
    {
        using var answer = await Send(path, version, _admin);
        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await CloudClient.Read(answer);
    }
}
