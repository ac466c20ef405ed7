using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Live.Tests.OpenStack;

namespace Acceptance.Live.Tests.Cases;

/// <summary>What real services answered, and what was to be read from it (cases, real-services).</summary>
public sealed class OpenStackCases
{
    private static readonly Scope Tenant = Scope.Of("capi-mgmt", "capi");

    [Test]
    public async Task L11_a_hypervisor_that_was_disabled_on_purpose_is_no_dead_one()
    {
        await using var cloud = new RestCloud(
            "/v2.1/os-hypervisors/detail",
            """
            {"hypervisors": [{"id": "1", "hypervisor_hostname": "node-1.maas", "state": "up", "status": "disabled",
              "service": {"id": "s", "host": "node-1.maas", "disabled_reason": "new disks on Friday"}}]}
            """
        );
        var all = await cloud.OpenStack.Compute.Hypervisors();
        HypervisorsAreUp
            .Judge(all.Value(), all.Evidence)
            .Aloud("L11", "a hypervisor that is up, disabled with a reason")
            .Should()
            .BeOfType<Verdict.Broken>()
            .Which.Findings.Single()
            .Entry.Should()
            .BeNull();
    }

    [TestCase(
        "/v1/clusters/x",
        """{"errors": [{"status": 404, "title": "", "detail": "Cluster x could not be found."}]}""",
        true
    )]
    [TestCase("/v1/clusters/x", "<html><h1>404 Not Found</h1>The resource could not be found.</html>", false)]
    [TestCase("/v1/clusters/x", "<p>The requested URL /v1/clusters/x was not found on this server.</p>", false)]
    [TestCase("/v1/clusters/x", """{"errors": [{"status": 404, "title": "Not Found", "detail": ""}]}""", false)]
    [TestCase("/v1/clusters/x", "", false)]
    public async Task L02_gone_is_only_what_the_service_says_of_that_object(string path, string body, bool gone)
    {
        await using var cloud = new RestCloud(http => http.Request.Path == path ? (404, body) : null);
        var unread = (await cloud.OpenStack.ContainerInfra.Cluster(Tenant, "x"))
            .Aloud("L02", $"a cluster is asked for, 404: {body}", cluster => cluster.Name)
            .Unread(gone ? Unreadable.NotFound : Unreadable.Failed);
        if (!gone)
            unread.Sentence.ToString().Should().Contain("no word on whether it exists").And.Contain("catalog list");
    }

    [Test]
    public async Task L02_a_list_that_nobody_serves_is_no_empty_list()
    {
        await using var cloud = new RestCloud(http =>
            http.Request.Path == "/v1/clusters/detail"
                ? (404, """{"itemNotFound": {"message": "no such path"}}""")
                : null
        );
        (await cloud.OpenStack.ContainerInfra.Clusters(Tenant))
            .Aloud("L02", "the list of clusters answers 404", all => $"{all.Count} clusters")
            .Unread(Unreadable.Failed);
    }

    [TestCase("in:weird", "?name=in:%22in:weird%22")]
    [TestCase("plain-name", "?name=plain-name")]
    [TestCase("neq:a\"b\\c", "?name=in:%22neq:a%5C%22b%5C%5Cc%22")]
    public async Task L03_a_name_is_no_filter_of_Glance(string name, string query)
    {
        var asked = "";
        await using var cloud = new RestCloud(http =>
        {
            if (http.Request.Path != "/v2/images")
                return null;
            asked = http.Request.QueryString.Value!.Replace("%3A", ":");
            return (200, """{"images": []}""");
        });
        (await cloud.OpenStack.Images.Named(Scope.Admin, name))
            .Aloud("L03", $"an image called {name}", _ => $"GET /v2/images{asked}")
            .Value()
            .Should()
            .BeEmpty();
        asked.Should().Be(query);
    }

    [Test]
    public async Task L22_a_name_with_a_space_is_one_word_to_a_shell()
    {
        await using var cloud = new RestCloud(http =>
            http.Request.Path == "/v2/images" ? (503, """{"message": "no backend"}""") : null
        );
        (await cloud.OpenStack.Images.Named(Scope.Admin, "jammy server's"))
            .Aloud("L22", "an image with a space and an apostrophe in its name, Glance has no backend", _ => "images")
            .Unread(Unreadable.ServerError)
            .Evidence.ByHand.ToString()
            .Should()
            .Contain("'jammy server'\\''s'");
    }

    [TestCase("", "without an OpenStack-API-Version (asked for was compute 2.61)")]
    [TestCase("compute 2.1", "in the version compute 2.1 (asked for was compute 2.61)")]
    public async Task L07_an_answer_of_another_version_is_not_read(string version, string says)
    {
        await using var cloud = new RestCloud(http =>
            http.Request.Path == "/v2.1/flavors/detail" ? (200, """{"flavors": []}""") : null
        )
        {
            Version = version,
        };
        (await cloud.OpenStack.Compute.Flavors(Scope.Admin))
            .Aloud("L07", $"flavors that are answered in the version '{version}'", all => $"{all.Count} flavors")
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .Contain(says)
            .And.Contain("openstack catalog list");
    }

    [Test]
    public async Task L12_a_region_without_endpoints_is_named_with_the_one_that_has_them()
    {
        await using var cloud = new RestCloud(_ => null, asking: one => one with { Region = "regionone" });
        (await cloud.OpenStack.Network.Networks(Scope.Admin))
            .Aloud("L12", "an openrc whose region is regionone; the catalog's is RegionOne", Networks)
            .Unread(Unreadable.Failed)
            .Sentence.ToString()
            .Should()
            .StartWith("The catalog has no network service with a public endpoint in the region regionone, ")
            .And.Contain("but has one in RegionOne: have OS_REGION_NAME name that region");
        var catalog = await cloud.OpenStack.Catalog(Scope.Admin);
        EveryServiceIsAccountedFor
            .Judge(catalog.Value(), new Cloud.Sites.Site { Name = "here", Credentials = new() }, catalog.Evidence)
            .Aloud("L13", "the same catalog, no endpoint in the region")
            .Should()
            .BeOfType<Verdict.Unknown>()
            .Which.Sentence.ToString()
            .Should()
            .Contain("there are some in RegionOne");
    }

    [Test]
    public async Task L19_a_tenants_lists_hold_its_own_and_what_is_external()
    {
        await using var cloud = new RestCloud(http =>
            http.Request.Path.Value switch
            {
                "/v2.0/networks" => (
                    200,
                    """
                    {"networks": [
                      {"id": "1", "name": "ext", "router:external": false, "status": "ACTIVE", "project_id": "other"},
                      {"id": "2", "name": "ext", "router:external": true, "status": "ACTIVE", "project_id": "other"},
                      {"id": "3", "name": "own", "router:external": false, "status": "ACTIVE", "project_id": "p1"}]}
                    """
                ),
                "/v2.0/lbaas/loadbalancers" => (200, """{"loadbalancers": []}"""),
                _ => null,
            }
        );
        (await cloud.OpenStack.Network.Networks(Tenant))
            .Aloud("L19", "three networks: another's private one, an external one, an own one", Networks)
            .Value()
            .Select(one => one.Id)
            .Should()
            .Equal("2", "3");
        var all = await cloud.OpenStack.Network.Networks(Scope.Admin);
        all.Value().Should().HaveCount(3);
        TenantSetupStands.JudgeNetwork(all.Value(), "ext", all.Evidence).Should().BeOfType<Verdict.Kept>();
    }

    [Test]
    public async Task A_template_of_our_name_that_another_tenant_made_public_is_not_ours()
    {
        static string Template(string uuid, string name, string project, string isPublic) =>
            $$"""
                {"uuid": "{{uuid}}", "name": "{{name}}", "project_id": "{{project}}", "public": {{isPublic}},
                 "coe": "kubernetes", "image_id": "i", "labels": { } }
                """;
        await using var cloud = new RestCloud(http =>
            http.Request.Path == "/v1/clustertemplates/detail" || http.Request.Path == "/v1/clustertemplates"
                ? (
                    200,
                    $$"""
                    {"clustertemplates": [
                      {{Template("1", "capi", "other", "true")}}, {{Template("2", "capi", "p1", "false")}},
                      {{Template("3", "shared", "other", "true")}}, {{Template("4", "theirs", "other", "false")}}]}
                    """
                )
                : null
        );
        (await cloud.OpenStack.ContainerInfra.Templates(Tenant)).Value().Select(one => one.Uuid).Should().Equal("2");
        (await cloud.OpenStack.ContainerInfra.Templates(Scope.Admin)).Value().Should().HaveCount(4);
    }

    [Test]
    public async Task L21_the_words_of_a_clusters_faults_are_told()
    {
        await using var cloud = new RestCloud(
            "/v1/clusters/c1",
            """
            {"uuid": "c1", "name": "c", "status": "CREATE_FAILED", "status_reason": "default-master failed", "cluster_template_id": "t",
             "project_id": "p1", "user_id": "u", "created_at": "2026-11-20T14:00:00+00:00",
             "faults": {"default-master": "Resource CREATE failed: No valid host was found"}}
            """
        );
        (await cloud.OpenStack.ContainerInfra.Cluster(Tenant, "c1"))
            .Aloud("L21", "a cluster that failed, with the words in its faults", one => $"{one.Status}: {one.Reason}")
            .Value()
            .Reason.Should()
            .Be("default-master failed (default-master: Resource CREATE failed: No valid host was found)");
    }

    [Test]
    public async Task L20_a_message_is_one_clean_line()
    {
        await using var cloud = new RestCloud(http =>
            http.Request.Path == "/v2/images/i1"
                ? (
                    404,
                    """{"message": "No image found with ID i1<br /><br />\n\n\n", "code": "404 Not Found", "title": "Not Found"}"""
                )
                : null
        );
        (await cloud.OpenStack.Images.Image(Scope.Admin, "i1"))
            .Aloud("L20", "an image that is not there, in Glance's markup", image => image.Name)
            .Unread(Unreadable.NotFound)
            .Sentence.ToString()
            .Should()
            .EndWith("answered 404: No image found with ID i1.");
    }

    private static string Networks(IReadOnlyList<NeutronNetwork> all) =>
        string.Join("; ", all.Select(one => $"{one.Name} ({one.Id})"));
}
