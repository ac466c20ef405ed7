using System.Net;
using System.Text.Json;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace Acceptance.StandIns.Tests.KubernetesClient;

public sealed class RequestSpecs
{
    [Test]
    public async Task A_list_is_asked_for_with_its_selectors_and_page()
    {
        var server = new CannedServer(Captured.Text("pods.json"));
        using var client = server.Client();

        var pods = await client.CoreV1.ListNamespacedPodAsync(
            "kube-system",
            labelSelector: "k8s-app in (a,b)",
            fieldSelector: "status.phase!=Running",
            limit: 5,
            continueParameter: "x=y"
        );

        pods.Items.Should().HaveCount(4);
        server.Requests.Single().Should().StartWith("GET /behind/a/path/api/v1/namespaces/kube-system/pods?");
        server
            .Requests.Single()
            .Split('?')[1]
            .Split('&')
            .Should()
            .Contain([
                "labelSelector=k8s-app%20in%20%28a%2Cb%29",
                "fieldSelector=status.phase%21%3DRunning",
                "limit=5",
                "continue=x%3Dy",
            ]);
    }

    [Test]
    public async Task Lists_of_all_namespaces_and_of_the_cluster_have_paths_of_their_own()
    {
        var server = new CannedServer("""{"items":[]}""");
        using var client = server.Client();

        await client.CoreV1.ListPodForAllNamespacesAsync();
        await client.CoreV1.ListNodeAsync();
        await client.AppsV1.ListDeploymentForAllNamespacesAsync();
        await client.StorageV1.ListStorageClassAsync();
        await client.CoreV1.ListNamespacedEventAsync("default");
        await client.CoreV1.ListNamespacedEndpointsAsync("default");

        server
            .Requests.Select(request => request.Split('?')[0]["GET /behind/a/path/".Length..])
            .Should()
            .Equal(
                "api/v1/pods",
                "api/v1/nodes",
                "apis/apps/v1/deployments",
                "apis/storage.k8s.io/v1/storageclasses",
                "api/v1/namespaces/default/events",
                "api/v1/namespaces/default/endpoints"
            );
    }

    [Test]
    public async Task A_creation_posts_the_object()
    {
        var server = new CannedServer(Captured.Text("service.json"), HttpStatusCode.Created);
        using var client = server.Client(configuration => configuration.AccessToken = "t0ken");

        var made = await client.CoreV1.CreateNamespacedServiceAsync(
            new V1Service { Metadata = new V1ObjectMeta { Name = "rr" } },
            "default"
        );

        made.Name().Should().Be("rr");
        server.Requests.Should().Equal("POST /behind/a/path/api/v1/namespaces/default/services");
        server.Sent.Should().Be("""{"metadata":{"name":"rr"}}""");
        server.ContentType.Should().Be("application/json");
        server.Authorization.Should().Be("Bearer t0ken");
    }

    [Test]
    public async Task A_deletion_names_the_object_and_its_options()
    {
        var server = new CannedServer(Captured.Text("namespace-terminating.json"));
        using var client = server.Client();

        var answer = await client.CoreV1.DeleteNamespaceAsync(
            "magnum-stuck",
            new V1DeleteOptions { PropagationPolicy = "Background" },
            gracePeriodSeconds: 0
        );

        answer.HasObject.Should().BeTrue();
        server.Requests.Should().Equal("DELETE /behind/a/path/api/v1/namespaces/magnum-stuck?gracePeriodSeconds=0");
        server.Sent.Should().Be("""{"propagationPolicy":"Background"}""");
    }

    [Test]
    public async Task A_custom_object_is_an_element_or_what_the_caller_says()
    {
        var server = new CannedServer(Captured.Text("cluster-pending.json"));
        using var client = server.Client();

        var element = (JsonElement)
            await client.CustomObjects.GetNamespacedCustomObjectAsync(
                "cluster.x-k8s.io",
                "v1beta1",
                "magnum-x",
                "clusters",
                "plain"
            );
        var typed = await client.CustomObjects.GetNamespacedCustomObjectAsync<KubernetesObject>(
            "cluster.x-k8s.io",
            "v1beta1",
            "magnum-x",
            "clusters",
            "plain"
        );

        element.GetProperty("metadata").GetProperty("name").GetString().Should().Be("plain");
        typed.Kind.Should().Be("Cluster");
        server
            .Requests.Distinct()
            .Should()
            .Equal("GET /behind/a/path/apis/cluster.x-k8s.io/v1beta1/namespaces/magnum-x/clusters/plain");
    }

    [TestCase(V1Patch.PatchType.MergePatch, "application/merge-patch+json")]
    [TestCase(V1Patch.PatchType.JsonPatch, "application/json-patch+json")]
    [TestCase(V1Patch.PatchType.StrategicMergePatch, "application/strategic-merge-patch+json")]
    public async Task A_patch_goes_out_as_its_type(V1Patch.PatchType type, string contentType)
    {
        var server = new CannedServer(Captured.Text("cluster-pending.json"));
        using var client = server.Client();

        await client.CustomObjects.PatchNamespacedCustomObjectAsync(
            new V1Patch("""{"metadata":{"finalizers":[]}}""", type),
            "cluster.x-k8s.io",
            "v1beta1",
            "magnum-x",
            "clusters",
            "plain"
        );

        server
            .Requests.Single()
            .Should()
            .StartWith("PATCH /behind/a/path/apis/cluster.x-k8s.io/v1beta1/namespaces/magnum-x/clusters/plain");
        server.ContentType.Should().Be(contentType);
        server.Sent.Should().Be("""{"metadata":{"finalizers":[]}}""");
    }

    [Test]
    public async Task A_refusal_carries_its_status_and_its_body()
    {
        var server = new CannedServer(Captured.Text("status-404.json"), HttpStatusCode.NotFound);
        using var client = server.Client();

        var reading = async () => await client.CoreV1.ReadNamespacedServiceAsync("nope", "default");

        var refused = (await reading.Should().ThrowAsync<HttpOperationException>()).Which;
        refused.Response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        KubernetesJson.Deserialize<V1Status>(refused.Response.Content!)!.Code.Should().Be(404);
        refused.Request.Method.Should().Be(HttpMethod.Get);
        refused.Request.RequestUri!.AbsolutePath.Should().EndWith("/services/nope");
    }

    [Test]
    public async Task The_version_of_the_server_is_read()
    {
        var server = new CannedServer(Captured.Text("version.json"));
        using var client = server.Client();

        (await client.Version.GetCodeAsync()).GitVersion.Should().Be("v1.36.3");
        server.Requests.Should().Equal("GET /behind/a/path/version/");
    }

    [Test]
    public async Task The_answer_itself_can_be_had()
    {
        using var client = new CannedServer(Captured.Text("nodes.json")).Client();

        using var answer = await client.CoreV1.ListNodeWithHttpMessagesAsync();

        answer.Response.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Body.Items.Should().HaveCount(3);
    }
}
