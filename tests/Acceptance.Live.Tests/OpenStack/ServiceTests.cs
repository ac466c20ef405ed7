using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Live.Tests.OpenStack;

public sealed class ServiceTests
{
    private static readonly Scope Mgmt = Scope.Of("capi-mgmt", "capi");

    private static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();

    [Test]
    public async Task A_list_is_read_to_its_end_whatever_host_its_links_name()
    {
        await using var cloud = new RestCloud(http =>
            Page(http.Request.Path.Value, http.Request.Query["marker"].ToString())
        );
        var keypairs = await cloud.OpenStack.Compute.Keypairs(Scope.Admin);
        keypairs.Value().Should().Equal("a", "b");
        keypairs.Evidence.Asked.ToString().Should().EndWith("-> 200 (3 pages)");
        (await cloud.OpenStack.ContainerInfra.Templates(Scope.Admin))
            .Value()
            .Select(template => template.Uuid)
            .Should()
            .Equal("1", "2");
        (await cloud.OpenStack.Identity.Tags("p")).Value().Should().Equal("run-1");
        (await cloud.OpenStack.Images.Named(Mgmt, "x")).Value().Should().BeEmpty();
    }

    private static (int Status, string Body)? Page(string? path, string marker) =>
        (path, marker) switch
        {
            ("/v2.1/os-keypairs", "") => (
                200,
                """{"keypairs": [{"keypair": {"name": "a"}}], "keypairs_links": [{"rel": "next", "href": "http://127.9.9.9/v2.1/os-keypairs?marker=a"}]}"""
            ),
            ("/v2.1/os-keypairs", "a") => (
                200,
                """{"keypairs": [{"keypair": {"name": "b"}}], "keypairs_links": [{"rel": "next", "href": "http://127.9.9.9/v2.1/os-keypairs?marker=b"}]}"""
            ),
            // Nova gives a link after any full page, also the last.
            ("/v2.1/os-keypairs", _) => (200, """{"keypairs": []}"""),
            ("/v2/images", "") => (200, """{"images": [], "next": "/v2/images?marker=x"}"""),
            ("/v1/clustertemplates", "") => (
                200,
                """{"clustertemplates": [{"uuid": "1", "coe": "kubernetes", "image_id": "i"}], "next": "http://127.9.9.9/v1/clustertemplates?limit=1&marker=1"}"""
            ),
            ("/v1/clustertemplates", _) => (
                200,
                """{"clustertemplates": [{"uuid": "2", "coe": "kubernetes", "image_id": "i"}]}"""
            ),
            ("/v3/projects/p/tags", _) => (200, """{"tags": ["run-1"], "links": {"next": null}}"""),
            _ => null,
        };

    [Test]
    public async Task A_list_without_end_is_garbled()
    {
        await using var cloud = new RestCloud(
            "/v2.1/os-keypairs",
            """{"keypairs": [{"keypair": {"name": "a"}}], "keypairs_links": [{"rel": "next", "href": "http://127.0.0.1/v2.1/os-keypairs?marker=a"}]}"""
        );
        (await cloud.OpenStack.Compute.Keypairs(Scope.Admin))
            .Unread(Unreadable.Garbled)
            .Sentence.ToString()
            .Should()
            .Contain("without an end");
    }

    [Test]
    public async Task Microversions_and_sparse_fields_are_asked_for()
    {
        Dictionary<string, (string? Version, string? Nova)> headers = [];
        await using var cloud = new RestCloud(http =>
        {
            headers[http.Request.Path!] = (
                http.Request.Headers["OpenStack-API-Version"],
                http.Request.Headers["X-OpenStack-Nova-API-Version"]
            );
            return null;
        });
        await cloud.OpenStack.Compute.Services();
        await cloud.OpenStack.ContainerInfra.Clusters(Mgmt);
        await cloud.OpenStack.Placement.Candidates(1024, 1, 8);
        await cloud.OpenStack.LoadBalancing.LoadBalancers(Mgmt);
        headers["/v2.1/os-services"].Should().Be(("compute 2.61", "2.61"));
        headers["/v1/clusters/detail"].Should().Be(("container-infra latest", null));
        headers["/resource_providers"].Should().Be(("placement 1.29", null));
        headers["/v2.0/lbaas/loadbalancers"].Should().Be((null, null));
        cloud
            .Asked[^1]
            .Should()
            .StartWith("GET /v2.0/lbaas/loadbalancers?fields=id&fields=name&fields=provisioning_status");
    }

    [Test]
    public async Task A_project_is_found_within_its_domain_and_a_missing_one_names_both()
    {
        await using var cloud = new RestCloud(http =>
            http.Request.Path.Value switch
            {
                "/v3/domains" => (200, """{"domains": [{"id": "d1", "name": "capi"}], "links": {"next": null}}"""),
                "/v3/projects" => (
                    200,
                    """{"projects": [{"id": "p9", "name": "capi-mgmt", "domain_id": "d1", "enabled": true}], "links": {"next": null}}"""
                ),
                _ => null,
            }
        );
        (await cloud.OpenStack.Identity.Project("capi-mgmt", "capi"))
            .Value()
            .Should()
            .Be(new Project("p9", "capi-mgmt", "d1", "capi", true));
        (await cloud.OpenStack.Identity.Project("other", "capi"))
            .Unread(Unreadable.NotFound)
            .Sentence.ToString()
            .Should()
            .Contain("The domain capi has no project other");
        (await cloud.OpenStack.Identity.Project("capi-mgmt", "other"))
            .Unread(Unreadable.NotFound)
            .Sentence.ToString()
            .Should()
            .Contain("no domain other");
    }

    [Test]
    public async Task A_provider_without_memory_is_none_of_the_hosts()
    {
        await using var cloud = new RestCloud(http =>
            http.Request.Path.Value switch
            {
                "/resource_providers" => (
                    200,
                    """
                    {"resource_providers": [
                      {"uuid": "1", "name": "host1"}, {"uuid": "2", "name": "gpu"}, {"uuid": "2", "name": "gpu"}
                    ]}
                    """
                ),
                "/resource_providers/1/inventories" => (
                    200,
                    """{"inventories": {"MEMORY_MB": {"total": 32000, "reserved": 8192, "allocation_ratio": 1.5}}}"""
                ),
                "/resource_providers/2/inventories" => (
                    200,
                    """{"inventories": {"VGPU": {"total": 1, "reserved": 0, "allocation_ratio": 1.0}}}"""
                ),
                "/resource_providers/1/usages" => (200, """{"usages": {"MEMORY_MB": 4096}}"""),
                "/resource_providers/2/usages" => (200, """{"usages": {}}"""),
                _ => null,
            }
        );
        (await cloud.OpenStack.Placement.Providers())
            .Value()
            .Should()
            .Equal(new ResourceProvider("1", "host1", 32000, 8192, 1.5, 4096));
    }

    private const string Api = "https://127.12.7.50:6443";

    private static IReadOnlyDictionary<string, State<ComponentHealth>> NoReason { get; } =
        new Dictionary<string, State<ComponentHealth>>();

    [Test]
    public async Task A_kubeconfig_is_made_of_a_fresh_key_and_what_Magnum_signs()
    {
        string? posted = null;
        await using var cloud = new RestCloud(http =>
        {
            if (http.Request.Method == "POST" && http.Request.Path == "/v1/certificates")
                posted = (string)http.Items["body"]!;
            return http.Request.Path.StartsWithSegments("/v1/certificates") ? (200, """{"pem": "PEM"}""") : null;
        });
        var cluster = new MagnumCluster(
            "c-1",
            "capi-test-1",
            ClusterStatus.CreateComplete,
            null,
            default,
            NoReason,
            Api,
            1,
            2,
            "t",
            null,
            "p",
            "u",
            None,
            default
        );
        var reading = await cloud.OpenStack.ContainerInfra.Kubeconfig(Mgmt, cluster);
        reading
            .Value()
            .Should()
            .Contain($"\"server\": \"{Api}\"")
            .And.Contain("\"certificate-authority-data\": \"UEVN\"")
            .And.Contain("\"client-key-data\": \"LS0t");
        reading.Evidence.Excerpt.ToString().Should().BeEmpty();
        var csr = JsonDocument.Parse(posted!).RootElement.GetProperty("csr").GetString()!;
        CertificateRequest
            .LoadSigningRequestPem(csr, HashAlgorithmName.SHA256)
            .SubjectName.Name.Should()
            .Be("CN=admin, O=system:masters");
        (await cloud.OpenStack.ContainerInfra.Kubeconfig(Mgmt, cluster with { ApiAddress = null })).Unread(
            Unreadable.NotFound
        );
    }

    [Test]
    public async Task Mutations_are_sent_as_the_client_of_the_runbooks_sends_them()
    {
        List<string> bodies = [];
        await using var cloud = new RestCloud(http =>
        {
            if (http.Request.Path == "/v3/auth/tokens")
                return null;
            bodies.Add((string)http.Items["body"]!);
            return (202, """{"uuid": "new"}""");
        });
        await cloud.OpenStack.Compute.Start(Mgmt, "s1");
        await cloud.OpenStack.LoadBalancing.Failover("lb1");
        await cloud.OpenStack.LoadBalancing.Delete(Mgmt, "lb1");
        (
            await cloud.OpenStack.ContainerInfra.CreateCluster(
                Mgmt,
                new ClusterRequest("c", "t", "k", 1, 2, new Dictionary<string, string> { ["run"] = "r1" })
            )
        )
            .Value()
            .Should()
            .Be("new");
        cloud
            .Asked.Should()
            .Equal(
                "POST /v2.1/servers/s1/action",
                "PUT /v2.0/lbaas/loadbalancers/lb1/failover",
                "DELETE /v2.0/lbaas/loadbalancers/lb1?cascade=True",
                "POST /v1/clusters"
            );
        bodies[0].Should().Be("""{"os-start": null}""");
        bodies[3]
            .Should()
            .Be(
                """{"name":"c","cluster_template_id":"t","keypair":"k","master_count":1,"node_count":2,"create_timeout":60,"labels":{"run":"r1"},"merge_labels":true}"""
            );
    }

    [Test]
    public async Task An_image_is_staged_from_its_file_and_then_imported()
    {
        List<string> bodies = [];
        await using var cloud = new RestCloud(http =>
        {
            if (http.Request.Path == "/v3/auth/tokens")
                return null;
            bodies.Add((string)http.Items["body"]!);
            return (http.Request.Method == "PUT" ? 204 : 202, "");
        });
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, Guid.NewGuid().ToString("N"));
        await File.WriteAllTextAsync(file, "qcow");
        (await cloud.OpenStack.Images.StageAndImport(Mgmt, "i1", file)).Value();
        cloud.Asked.Should().Equal("PUT /v2/images/i1/stage", "POST /v2/images/i1/import");
        bodies.Should().Equal("qcow", """{"method": {"name": "glance-direct"}}""");
        (await cloud.OpenStack.Images.StageAndImport(Mgmt, "i1", file + "-missing")).Unread(Unreadable.NotOursToRead);
    }
}
