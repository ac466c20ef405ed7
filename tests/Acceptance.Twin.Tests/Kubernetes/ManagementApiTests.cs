using System.Text.Json.Nodes;

namespace Acceptance.Twin.Tests.Kubernetes;

[TestFixture]
public sealed class ManagementApiTests
{
    private Acceptance.Cloud.Twin.Twin _twin = null!;
    private KubeClient _admin = null!;

    [OneTimeSetUp]
    public void Start()
    {
        _twin = Acceptance.Cloud.Twin.Twin.Start(new() { HomesUnder = TestContext.CurrentContext.WorkDirectory });
        _admin = new KubeClient(_twin.World.Management.Kube.Kubeconfig(_twin.World.Management.Server));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _admin.Dispose();
        await _twin.DisposeAsync();
    }

    [Test]
    public async Task The_controllers_of_Cluster_API_run()
    {
        var pods = await _admin.Get("/api/v1/pods?fieldSelector=status.phase%3DRunning");

        pods.Status.Should().Be(200);
        var names = pods.Json["items"]!.AsArray().Select(pod => (string)pod!["metadata"]!["namespace"]!);
        names
            .Should()
            .Contain([
                "capi-system",
                "capo-system",
                "cert-manager",
                "orc-system",
                "capi-janitor-system",
                "capi-addon-system",
            ]);
    }

    [Test]
    public async Task A_version_that_is_not_served_is_404_as_text()
    {
        var reply = await _admin.Get("/apis/infrastructure.cluster.x-k8s.io/v1alpha6/namespaces/x/openstackclusters/y");

        reply.Status.Should().Be(404);
        reply.Text.Should().Be("404 page not found\n");
        reply.ContentType.Should().StartWith("text/plain");
    }

    [Test]
    public async Task An_unknown_core_resource_is_404_as_a_status()
    {
        var reply = await _admin.Get("/api/v1/things");

        reply.Status.Should().Be(404);
        reply.At("message").Should().Be("the server could not find the requested resource");
    }

    [Test]
    public async Task A_viewer_without_rights_is_told_what_they_may_not()
    {
        var management = _twin.World.Management;
        using var viewer = new KubeClient(management.Kube.Kubeconfig(management.Server, "viewer", "viewers"));

        var reply = await viewer.Get("/apis/cluster.x-k8s.io/v1beta2/namespaces/ns1/clusters/nope");

        reply.Status.Should().Be(403);
        reply
            .At("message")
            .Should()
            .Be(
                "clusters.cluster.x-k8s.io \"nope\" is forbidden: "
                    + "User \"viewer\" cannot get resource \"clusters\" in API group \"cluster.x-k8s.io\" in the "
                    + "namespace \"ns1\""
            );
    }

    [Test]
    public async Task A_wrong_token_is_401_even_on_healthz_and_nobody_is_403()
    {
        var kubeconfig = _twin.World.Management.Kube.Kubeconfig(_twin.World.Management.Server);
        using var wrong = new KubeClient(kubeconfig, token: "nonsense");
        using var nobody = new KubeClient(kubeconfig, anonymous: true);

        (await wrong.Get("/healthz")).Status.Should().Be(401);
        (await nobody.Get("/healthz")).Text.Should().Be("ok");
        (await nobody.Get("/api/v1/nodes")).At("message").Should().Contain("system:anonymous");
    }

    [Test]
    public async Task A_finalizer_holds_what_is_deleted_until_it_goes()
    {
        await _admin.Send(
            "POST",
            "/api/v1/namespaces",
            JsonNode.Parse("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"held"}}""")
        );
        const string one = "/apis/infrastructure.cluster.x-k8s.io/v1beta1/namespaces/held/openstackclusters/c1";
        await _admin.Send(
            "POST",
            one[..^3],
            JsonNode.Parse(
                """{"apiVersion":"infrastructure.cluster.x-k8s.io/v1beta1","kind":"OpenStackCluster","metadata":{"name":"c1","finalizers":["a.b/c"]},"spec":{"identityRef":{"name":"x"}}}"""
            )
        );

        var deleted = await _admin.Send("DELETE", one);
        deleted.At("kind").Should().Be("OpenStackCluster");
        deleted.At("metadata", "deletionTimestamp").Should().NotBeNull();
        var revision = deleted.At("metadata", "resourceVersion");

        var patched = await _admin.Send(
            "PATCH",
            one,
            JsonNode.Parse("""{"metadata":{"finalizers":[]}}"""),
            "application/merge-patch+json"
        );
        patched.Status.Should().Be(200);
        patched
            .At("metadata", "resourceVersion")
            .Should()
            .Be(revision, "the last finalizer's removal writes no new revision");
        (await _admin.Get(one)).Status.Should().Be(404);
    }

    [Test]
    public async Task A_strategic_merge_is_refused_on_a_custom_resource_and_a_stale_revision_is_409()
    {
        await _admin.Send(
            "POST",
            "/api/v1/namespaces",
            JsonNode.Parse("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"patched"}}""")
        );
        const string one = "/apis/infrastructure.cluster.x-k8s.io/v1beta1/namespaces/patched/openstackclusters/c1";
        var body = JsonNode.Parse(
            """{"apiVersion":"infrastructure.cluster.x-k8s.io/v1beta1","kind":"OpenStackCluster","metadata":{"name":"c1"},"spec":{"identityRef":{"name":"c1-cloud-config","cloudName":"openstack"}}}"""
        )!;
        (await _admin.Send("POST", one[..^3], body)).Status.Should().Be(201);

        (await _admin.Send("PATCH", one, JsonNode.Parse("{}"), "application/strategic-merge-patch+json"))
            .Status.Should()
            .Be(415);
        body["metadata"]!["resourceVersion"] = "7";
        (await _admin.Send("PUT", one, body)).Status.Should().Be(409);
        body["metadata"]!.AsObject().Remove("resourceVersion");
        (await _admin.Send("PUT", one, body)).Status.Should().Be(422);
    }

    [Test]
    public async Task A_list_comes_in_pages_and_ends()
    {
        var seen = new List<string>();
        var token = "";
        do
        {
            var page = await _admin.Get($"/api/v1/namespaces?limit=3&continue={Uri.EscapeDataString(token)}");
            seen.AddRange(page.Json["items"]!.AsArray().Select(ns => (string)ns!["metadata"]!["name"]!));
            token = page.At("metadata", "continue") ?? "";
        } while (token.Length > 0);

        seen.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal).And.Contain("capo-system");
    }

    [Test]
    public async Task A_watch_from_before_the_history_ends_in_one_frame_of_410()
    {
        using var lines = new StreamReader(await _admin.Open("/api/v1/namespaces?watch=1&resourceVersion=1"));

        var frame = JsonNode.Parse((await lines.ReadLineAsync())!)!;

        ((string?)frame["type"]).Should().Be("ERROR");
        ((int)frame["object"]!["code"]!).Should().Be(410);
        (await lines.ReadLineAsync()).Should().BeNull();
    }

    [Test]
    public async Task A_watch_tells_what_comes_and_goes()
    {
        using var lines = new StreamReader(
            await _admin.Open("/api/v1/namespaces?watch=1&fieldSelector=metadata.name%3Dseen&resourceVersion=0")
        );
        await _admin.Send(
            "POST",
            "/api/v1/namespaces",
            JsonNode.Parse("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"seen"}}""")
        );

        var frame = JsonNode.Parse((await lines.ReadLineAsync())!)!;

        ((string?)frame["type"]).Should().Be("ADDED");
        ((string?)frame["object"]!["metadata"]!["name"]).Should().Be("seen");
    }

    [Test]
    public async Task The_table_of_nodes_has_kubectls_columns()
    {
        var table = await _admin.Send(
            "GET",
            "/api/v1/nodes",
            accept: "application/json;as=Table;v=v1;g=meta.k8s.io,application/json"
        );

        table.Json["columnDefinitions"]!
            .AsArray()
            .Select(column => (string)column!["name"]!)
            .Should()
            .Equal(
                "Name",
                "Status",
                "Roles",
                "Age",
                "Version",
                "Internal-IP",
                "External-IP",
                "OS-Image",
                "Kernel-Version",
                "Container-Runtime"
            );
        table.At("rows", "0", "cells", "1").Should().Be("Ready");
        table.At("rows", "0", "cells", "2").Should().Be("control-plane,worker");
    }

    [Test]
    public async Task Discovery_is_aggregated_and_knows_its_own_tag()
    {
        var found = await _admin.Send(
            "GET",
            "/apis",
            accept: "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList"
        );

        found.ContentType.Should().Be("application/json; g=apidiscovery.k8s.io; v=v2; as=APIGroupDiscoveryList");
        var capo = found.Json["items"]!
            .AsArray()
            .Single(group => (string?)group!["metadata"]!["name"] == "infrastructure.cluster.x-k8s.io");
        capo!["versions"]!.AsArray().Select(version => (string)version!["version"]!).Should().Equal("v1beta1");
    }
}
