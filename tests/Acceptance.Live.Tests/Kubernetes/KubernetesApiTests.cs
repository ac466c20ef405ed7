using System.Text;
using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.Live.Kubernetes;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Transport;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Live.Tests.Kubernetes;

public sealed class KubernetesApiTests
{
    private readonly Authority _authority = new("CN=kubernetes");
    private readonly RecordingGate _gate = new(intent =>
        intent is Intent.Request { Method: "DELETE" } ? "this run may only observe" : null
    );

    [Test]
    public async Task Nodes_of_a_real_server()
    {
        var body = Captures.Body("kubernetes", "wl-get-nodes-custom-columns", "GET", "/api/v1/nodes");
        await using var server = Serve("/api/v1/nodes", 200, body);
        using var api = Api(server);
        var reading = await api.Nodes();
        reading
            .Value()
            .Should()
            .HaveCountGreaterThan(1)
            .And.Contain(node => node.ControlPlane)
            .And.Contain(node => node.Taints.Contains("node.cluster.x-k8s.io/uninitialized"));
        reading.Value().Should().AllSatisfy(node => node.KubeletVersion.Should().StartWith("v1."));
        reading.Evidence.Asked.ToString().Should().StartWith($"GET {server.At}api/v1/nodes").And.EndWith("-> 200");
        reading.Evidence.ByHand.ToString().Should().EndWith("get nodes -o json");
    }

    [Test]
    public async Task Custom_objects_with_their_conditions()
    {
        const string Namespace = "magnum-d5bc125c7c1841d389b76cd0a7b0a915";
        const string Path = $"/apis/cluster.x-k8s.io/v1beta1/namespaces/{Namespace}/clusters";
        await using var server = Serve(
            Path,
            200,
            Captures.Body("kubernetes", "raw-200-warning-deprecated", "GET", Path)
        );
        using var api = Api(server);
        var clusters = (await api.List(CustomKind.Cluster, Namespace)).Value();
        clusters.Should().HaveCount(2).And.AllSatisfy(cluster => cluster.Conditions.Should().NotBeEmpty());
        clusters
            .Should()
            .Contain(cluster => cluster.Finalizers.Contains("cluster.cluster.x-k8s.io") || !cluster.Phase.Unsaid);
    }

    [Test]
    public async Task A_crash_loop_shows_in_the_containers_and_a_finished_init_container_does_not()
    {
        const string Pods = """
            {"kind": "PodList", "apiVersion": "v1", "metadata": {}, "items": [{"metadata": {"name": "a", "namespace": "n", "labels": {"app": "a"}}, "spec": {"nodeName": "w1", "containers": []}, "status": {"phase": "Running",
              "initContainerStatuses": [{"name": "init", "image": "i", "imageID": "", "ready": true, "restartCount": 0, "state": {"terminated": {"exitCode": 0}}}],
              "containerStatuses": [{"name": "c", "image": "i:1", "imageID": "", "ready": false, "restartCount": 7, "state": {"waiting": {"reason": "CrashLoopBackOff"}},
                "lastState": {"terminated": {"exitCode": 1, "reason": "Error", "finishedAt": "2026-11-20T12:00:00Z"}}}]}}]}
            """;
        await using var server = Serve("/api/v1/pods", 200, Pods);
        using var api = Api(server);
        (await api.Pods())
            .Value()
            .Should()
            .ContainSingle()
            .Which.Containers.Should()
            .Equal(
                new Container(
                    "c",
                    "i:1",
                    false,
                    7,
                    WaitingReason.CrashLoopBackOff,
                    TerminationReason.Error,
                    new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero)
                )
            );
    }

    [Test]
    public async Task A_list_is_read_to_its_end()
    {
        await using var server = Loopback.Serve(
            http =>
                Json(
                    http,
                    200,
                    http.Request.Query["continue"] == "more"
                        ? """{"kind": "SecretList", "metadata": {}, "items": [{"metadata": {"name": "b"}}]}"""
                        : """{"kind": "SecretList", "metadata": {"continue": "more"}, "items": [{"metadata": {"name": "a"}}]}"""
                ),
            _authority.For("127.0.0.1")
        );
        using var api = Api(server);
        (await api.SecretNames("ns")).Value().Should().Equal("a", "b");
    }

    [TestCase(401, """{"kind": "Status", "message": "Unauthorized"}""", Unreadable.Unauthorised, "Unauthorized")]
    [TestCase(
        403,
        """{"kind": "Status", "message": "nodes is forbidden"}""",
        Unreadable.Forbidden,
        "nodes is forbidden"
    )]
    [TestCase(404, "404 page not found\n", Unreadable.NotFound, "404 page not found")]
    [TestCase(
        429,
        """{"kind": "Status", "message": "too many requests"}""",
        Unreadable.RateLimited,
        "too many requests"
    )]
    [TestCase(501, "not emulated", Unreadable.NotEmulated, "not emulated")]
    [TestCase(503, "no server is available", Unreadable.ServerError, "no server is available")]
    [TestCase(200, "<html>welcome</html>", Unreadable.Garbled, "no object of the Kubernetes API")]
    [TestCase(200, """{"kind": "NodeList", "items": [{"meta""", Unreadable.Garbled, "no object of the Kubernetes API")]
    public async Task What_stands_in_the_way_is_told_apart(int status, string body, Unreadable why, string says)
    {
        await using var server = Serve("/api/v1/nodes", status, body);
        using var api = Api(server);
        (await api.Nodes()).Unread(why).Sentence.ToString().Should().Contain(says);
    }

    [Test]
    public async Task A_certificate_for_another_address_is_not_believed()
    {
        await using var wrongName = Loopback.Serve(http => Task.CompletedTask, _authority.For("127.0.0.2"));
        using var first = Api(wrongName);
        (await first.Version())
            .Unread(Unreadable.UntrustedCertificate)
            .Sentence.ToString()
            .Should()
            .Contain("is for 127.0.0.2 and not for 127.0.0.1");
        await using var wrongSigner = Loopback.Serve(http => Task.CompletedTask, new Authority().For("127.0.0.1"));
        using var second = Api(wrongSigner);
        (await second.Version()).Unread(Unreadable.UntrustedCertificate);
    }

    [Test]
    public async Task A_silent_server_and_a_closed_port_are_told_apart()
    {
        await using var mute = Loopback.Serve(
            http => new TaskCompletionSource().Task.WaitAsync(http.RequestAborted),
            _authority.For("127.0.0.1")
        );
        using var silent = Api(mute, TimeSpan.FromMilliseconds(500));
        (await silent.Version())
            .Unread(Unreadable.TimedOut)
            .Sentence.ToString()
            .Should()
            .EndWith("had not answered after 0.5 s.");
        using var closed = Api(new Uri("https://127.0.0.1:1"));
        (await closed.Version())
            .Unread(Unreadable.Refused)
            .Sentence.ToString()
            .Should()
            .EndWith("the API server refused the connection.");
    }

    [Test]
    public async Task A_gateway_that_stumbles_is_asked_again_but_a_creation_is_sent_once()
    {
        var times = 0;
        await using var server = Loopback.Serve(
            http =>
                Json(
                    http,
                    http.Request.Method == "GET" && ++times > 2 ? 200 : 503,
                    """{"kind": "ServiceList", "metadata": {}, "items": []}"""
                ),
            _authority.For("127.0.0.1")
        );
        using var api = Api(server);
        (await api.Services("ns")).Evidence.Asked.ToString().Should().EndWith("-> 200 (try 3 of 3)");
        (
            await api.CreateDeployment(
                "ns",
                new DeploymentRequest("rr", "i", ["/x"], 2, new Dictionary<string, string>())
            )
        ).Unread(Unreadable.ServerError);
        server.Asked.Count(line => line.StartsWith("POST")).Should().Be(1);
    }

    [Test]
    public async Task The_gate_refuses_before_anything_is_sent_and_sees_the_rest()
    {
        await using var server = Serve("/version/", 200, """{"major": "1", "minor": "34", "gitVersion": "v1.34.8"}""");
        using var api = Api(server);
        (await api.DeleteService("ns", "rr"))
            .Unread(Unreadable.NotPermitted)
            .Sentence.ToString()
            .Should()
            .Be("this run may only observe");
        server.Asked.Should().BeEmpty();
        (await api.Version()).Value().Should().Be("v1.34.8");
        _gate
            .Endings[^1]
            .Should()
            .Match<Exchange>(ending => ending.Outcome == "200" && ending.Intent.ToString()!.EndsWith("/version/"));
    }

    [Test]
    public async Task A_deployment_and_its_service_are_made_as_kubectl_makes_them()
    {
        Dictionary<string, string> sent = [];
        await using var server = Loopback.Serve(
            async http =>
            {
                sent[http.Request.Path!] = await new StreamReader(http.Request.Body).ReadToEndAsync();
                await Json(http, 201, """{"metadata": {"name": "rr"}}""");
            },
            _authority.For("127.0.0.1")
        );
        using var api = Api(server);
        var labels = new Dictionary<string, string> { ["run"] = "r1" };
        (
            await api.CreateDeployment(
                "default",
                new DeploymentRequest("rr", "agnhost:2.40", ["/agnhost", "netexec"], 2, labels)
            )
        ).Value();
        (await api.ExposeAsLoadBalancer("default", new ServiceRequest("rr", "rr", 80, 8080, labels))).Value();
        sent["/apis/apps/v1/namespaces/default/deployments"]
            .Should()
            .Contain("\"replicas\":2")
            .And.Contain("\"command\":[\"/agnhost\",\"netexec\"]")
            .And.Contain("\"matchLabels\":{\"app\":\"rr\"}");
        sent["/api/v1/namespaces/default/services"]
            .Should()
            .Contain("\"type\":\"LoadBalancer\"")
            .And.Contain("\"selector\":{\"app\":\"rr\"}")
            .And.Contain("\"run\":\"r1\"")
            .And.Contain("8080");
    }

    private Loopback Serve(string path, int status, string body) =>
        Loopback.Serve(
            http => Json(http, http.Request.Path == path ? status : 404, http.Request.Path == path ? body : "{}"),
            _authority.For("127.0.0.1")
        );

    private static Task Json(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(body);
    }

    private KubernetesApi Api(Loopback server, TimeSpan? within = null) => Api(server.At, within);

    private KubernetesApi Api(Uri at, TimeSpan? within = null) => ApiOfTest.At(at, _authority, _gate, within);
}
