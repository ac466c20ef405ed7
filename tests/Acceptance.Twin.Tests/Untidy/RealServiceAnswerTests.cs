using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin;

namespace Acceptance.Twin.Tests.Untidy;

/// <summary>The services answer where we were misled as the real ones did (cases, real-services).</summary>
public sealed class RealServiceAnswerTests
{
    private CloudClient _cloud = null!;
    private string _admin = "";
    private string _tenant = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        _cloud = CloudClient.Start(new TwinOptions { World = "accepted", Untidy = ["all"] });
        _admin = await _cloud.Token();
        _tenant = await _cloud.Token(CloudClient.ProjectIdScope(_cloud.Plan.CapiProjectId));
    }

    [OneTimeTearDown]
    public async Task Stop() => await _cloud.DisposeAsync();

    private async Task<JsonObject[]> List(string service, string path, string collection, string? token = null) =>
        [.. (await _cloud.Json(service, path, token ?? _tenant))[collection]!.AsArray().Select(one => one!.AsObject())];

    [Test]
    public async Task Magnum_shows_an_administrator_whatever_bears_the_name()
    {
        using var both = await _cloud.Get("magnum", $"/v1/clusters/{_cloud.Plan.Cluster}", _tenant);
        ((int)both.StatusCode).Should().Be(409);
        (await both.Content.ReadAsStringAsync()).Should().Contain("Multiple clusters exist with same name");
        var named = await List("magnum", "/v1/clusters/detail", "clusters");
        named
            .Where(one => (string)one["name"]! == _cloud.Plan.Cluster)
            .Select(one => (string)one["project_id"]!)
            .Should()
            .HaveCount(2)
            .And.OnlyHaveUniqueItems();
        _cloud.World.Clock.Advance(TimeSpan.FromSeconds(10));
        var foreign = named.Single(one =>
            (string)one["name"]! == _cloud.Plan.Cluster && (string)one["project_id"]! != _cloud.Plan.CapiProjectId
        );
        var shown = await _cloud.Json("magnum", $"/v1/clusters/{foreign["uuid"]}", _tenant);
        ((string)shown["status"]!).Should().Be("CREATE_FAILED");
    }

    [Test]
    public async Task Neutron_and_Octavia_list_an_administrator_everybodys()
    {
        var networks = await List("neutron", "/v2.0/networks", "networks");
        networks
            .Where(one => (string)one["name"]! == _cloud.Plan.ExternalNetwork)
            .Select(one => (bool)one["router:external"]!)
            .Should()
            .BeEquivalentTo([true, false]);
        (await List("octavia", "/v2.0/lbaas/loadbalancers", "loadbalancers"))
            .Select(one => (string)one["name"]!)
            .Should()
            .Contain("webshop-staging");
    }

    [Test]
    public async Task Novas_legacy_path_passes_over_the_version_that_was_asked_for()
    {
        const string asked = "compute 2.96";
        using var legacy = await _cloud.Ask(
            HttpMethod.Get,
            "nova",
            "/v2/os-hypervisors/detail",
            _admin,
            header: ("OpenStack-API-Version", asked)
        );
        ((int)legacy.StatusCode).Should().Be(200);
        legacy.Headers.Contains("OpenStack-API-Version").Should().BeFalse();
        var first = (await CloudClient.Read(legacy))["hypervisors"]![0]!;
        first["id"]!.GetValueKind().Should().Be(System.Text.Json.JsonValueKind.Number);
        using var today = await _cloud.Ask(
            HttpMethod.Get,
            "nova",
            "/v2.1/os-hypervisors/detail",
            _admin,
            header: ("OpenStack-API-Version", asked)
        );
        today.Headers.GetValues("OpenStack-API-Version").Should().Equal(asked);
    }

    [Test]
    public async Task Glance_takes_a_colon_for_an_operator_and_leaves_out_what_is_hidden()
    {
        var name = _cloud.Plan.Image;
        (await Images($"name=in:{name}")).Should().HaveCount(3);
        (await Images($"name=in:\"{name}\"")).Should().HaveCount(3);
        using var neither = await _cloud.Get("glance", $"/v2/images?name=neither:{name}", _admin);
        ((int)neither.StatusCode).Should().Be(400);
        (await neither.Content.ReadAsStringAsync()).Should().Contain("Unable to filter by unknown operator");
        (await Images($"name={name}&os_hidden=true")).Should().ContainSingle();
    }

    private Task<JsonObject[]> Images(string query) => List("glance", $"/v2/images?{query}", "images", _admin);

    [Test]
    public async Task Keystone_lists_disabled_projects_too()
    {
        var projects = await List("keystone", "/v3/auth/projects", "projects", _admin);
        projects.Single(one => (string)one["name"]! == "capi-mgmt-v1")["enabled"]!.GetValue<bool>().Should().BeFalse();
    }

    [Test]
    public async Task The_catalog_has_two_regions_that_differ_in_letters()
    {
        var catalog = await List("keystone", "/v3/auth/catalog", "catalog", _admin);
        catalog
            .SelectMany(service => service["endpoints"]!.AsArray())
            .Select(endpoint => (string)endpoint!["region"]!)
            .Distinct()
            .Should()
            .BeEquivalentTo("RegionOne", "regionone");
    }
}
