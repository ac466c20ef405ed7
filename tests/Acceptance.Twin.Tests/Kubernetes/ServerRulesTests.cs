using System.Text.Json.Nodes;

namespace Acceptance.Twin.Tests.Kubernetes;

/// <summary>What an API server refuses, warns of and keeps to itself, in its own words.</summary>
[TestFixture]
public sealed class ServerRulesTests
{
    private const string Merge = "application/merge-patch+json";
    private const string Clusters = "/apis/cluster.x-k8s.io/v1beta2/namespaces/rules/clusters";
    private Acceptance.Cloud.Twin.Twin _twin = null!;
    private KubeClient _admin = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _twin = Acceptance.Cloud.Twin.Twin.Start(new() { HomesUnder = TestContext.CurrentContext.WorkDirectory });
        _admin = new KubeClient(_twin.World.Management.Kube.Kubeconfig(_twin.World.Management.Server));
        await _admin.Send(
            "POST",
            "/api/v1/namespaces",
            JsonNode.Parse("""{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"rules"}}""")
        );
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _admin.Dispose();
        await _twin.DisposeAsync();
    }

    [Test]
    public async Task A_field_that_is_not_of_the_definition_is_dropped_with_a_warning_or_refused_where_that_is_asked()
    {
        var body = Cluster("unknown", """{"nope":1,"paused":true}""");

        var strict = await _admin.Send("POST", Clusters + "?fieldValidation=Strict", body.DeepClone());
        strict.Status.Should().Be(400);
        strict
            .At("message")
            .Should()
            .Be(
                "Cluster in version \"v1beta2\" cannot be handled as a Cluster: strict decoding error: "
                    + "unknown field \"spec.nope\""
            );

        var warned = await _admin.Send("POST", Clusters + "?fieldValidation=Warn", body);
        warned.Status.Should().Be(201);
        warned.Warnings.Should().Contain(warning => warning.Contains("unknown field \\\"spec.nope\\\""));
        warned.Json["spec"]!.AsObject().Should().NotContainKey("nope").And.ContainKey("paused");
    }

    [Test]
    public async Task A_value_of_another_type_is_422_with_every_cause()
    {
        var refused = await _admin.Send(
            "POST",
            Clusters,
            Cluster("typed", """{"paused":"yes","controlPlaneEndpoint":{"port":0}}""")
        );

        refused.Status.Should().Be(422);
        refused.Json["details"]!["causes"]!
            .AsArray()
            .Select(cause => (string?)cause!["reason"])
            .Should()
            .Equal("FieldValueTypeInvalid", "FieldValueInvalid", "FieldValueInvalid");
        refused.At("details", "kind").Should().Be("Cluster");
    }

    [Test]
    public async Task No_new_finalizer_is_taken_by_what_is_being_deleted_and_a_dry_run_deletes_nothing()
    {
        var body = Cluster("held", "{}");
        body["metadata"]!["finalizers"] = new JsonArray("a.b/c");
        await _admin.Send("POST", Clusters, body);

        await _admin.Send(
            "DELETE",
            Clusters + "/held",
            JsonNode.Parse("""{"apiVersion":"v1","kind":"DeleteOptions","dryRun":["All"]}""")
        );
        (await _admin.Get(Clusters + "/held")).At("metadata", "deletionTimestamp").Should().BeNull();

        await _admin.Send("DELETE", Clusters + "/held");
        var refused = await _admin.Send(
            "PATCH",
            Clusters + "/held",
            JsonNode.Parse("""{"metadata":{"finalizers":["a.b/c","d.e/f"]}}"""),
            Merge
        );
        refused.Status.Should().Be(422);
        refused
            .At("message")
            .Should()
            .EndWith(
                "no new finalizers can be added if the object is being deleted, "
                    + "found new finalizers []string{\"d.e/f\"}"
            );
        (await _admin.Send("PATCH", Clusters + "/held", JsonNode.Parse("""{"metadata":{"finalizers":null}}"""), Merge))
            .Status.Should()
            .Be(200);
        (await _admin.Get(Clusters + "/held")).Status.Should().Be(404);
    }

    [Test]
    public async Task A_bound_role_opens_what_it_names_and_nothing_else()
    {
        var management = _twin.World.Management;
        using var reader = new KubeClient(management.Kube.Kubeconfig(management.Server, "reader", "readers"));
        (await reader.Get("/api/v1/nodes")).Status.Should().Be(403);
        await _admin.Send(
            "POST",
            "/apis/rbac.authorization.k8s.io/v1/clusterroles",
            JsonNode.Parse(
                """
                {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRole","metadata":{"name":"nodes"},
                 "rules":[{"apiGroups":[""],"resources":["nodes"],"verbs":["get","list"]}]}
                """
            )
        );
        await _admin.Send(
            "POST",
            "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings",
            JsonNode.Parse(
                """
                {"apiVersion":"rbac.authorization.k8s.io/v1","kind":"ClusterRoleBinding","metadata":{"name":"nodes"},
                 "roleRef":{"apiGroup":"rbac.authorization.k8s.io","kind":"ClusterRole","name":"nodes"},
                 "subjects":[{"kind":"Group","name":"readers"}]}
                """
            )
        );

        (await reader.Get("/api/v1/nodes")).Status.Should().Be(200);
        (await reader.Get("/api/v1/pods")).Status.Should().Be(403);
    }

    [Test]
    public async Task What_was_made_once_is_not_changed()
    {
        var refused = await _admin.Send(
            "PATCH",
            "/api/v1/namespaces/default/services/kubernetes",
            JsonNode.Parse("""{"spec":{"clusterIP":"10.0.0.99"}}"""),
            Merge
        );
        refused.Status.Should().Be(422);
        refused
            .At("message")
            .Should()
            .Be(
                "Service \"kubernetes\" is invalid: spec.clusterIPs[0]: Invalid value: [\"10.0.0.99\"]: "
                    + "may not change once set"
            );

        var renamed = await _admin.Send(
            "PATCH",
            "/api/v1/namespaces/rules",
            JsonNode.Parse("""{"metadata":{"name":"other"}}"""),
            Merge
        );
        renamed.At("message").Should().Be("the name of the object (other) does not match the name on the URL (rules)");
    }

    [Test]
    public async Task What_is_beyond_the_twin_says_so()
    {
        var pod = _twin
            .World.Management.Kube.Store.List(Acceptance.Cloud.Twin.World.Kubernetes.Store.KubeKinds.Pod)
            .First();

        var exec = await _admin.Send("POST", $"/api/v1/namespaces/{pod.Namespace}/pods/{pod.Name}/exec?command=true");

        exec.Status.Should().Be(501);
        exec.At("message").Should().StartWith("not emulated");
    }

    [Test]
    public async Task A_watch_that_asks_for_bookmarks_gets_one_before_it_ends()
    {
        using var lines = new StreamReader(
            await _admin.Open(
                "/api/v1/namespaces?watch=1&fieldSelector=metadata.name%3Dnobody"
                    + "&allowWatchBookmarks=true&timeoutSeconds=3"
            )
        );

        var frame = JsonNode.Parse((await lines.ReadLineAsync())!)!;

        ((string?)frame["type"]).Should().Be("BOOKMARK");
        ((string?)frame["object"]!["metadata"]!["resourceVersion"]).Should().NotBeNullOrEmpty();
    }

    private static JsonNode Cluster(string name, string spec) =>
        JsonNode.Parse(
            $$"""{"apiVersion":"cluster.x-k8s.io/v1beta2","kind":"Cluster","metadata":{"name":"{{name}}"},"spec":{{spec}}}"""
        )!;
}
