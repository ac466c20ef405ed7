using Acceptance.Cloud.Twin.World;

namespace Acceptance.Twin.Tests.Kubernetes;

/// <summary>What the runbooks type into kubectl, and its neighbours, in both generations.</summary>
[TestFixtureSource(typeof(KubectlGeneration), nameof(KubectlGeneration.All))]
[Category("RealClients")]
public sealed class RunbookKubectlTests(KubectlGeneration generation)
{
    private KubectlAtTwin _kubectl = null!;

    private TwinWorld World => _kubectl.World;

    [OneTimeSetUp]
    public void Start() => _kubectl = new KubectlAtTwin(generation.Find());

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_kubectl is not null)
            await _kubectl.DisposeAsync();
    }

    [Test]
    public async Task D_011_4_round_robin_gets_its_address_and_gives_it_back()
    {
        await Run(
            0,
            "wl",
            "create",
            "deploy",
            "rr",
            "--image=registry.k8s.io/e2e-test-images/agnhost:2.40",
            "--replicas=2",
            "--",
            "/agnhost",
            "netexec",
            "--http-port=8080"
        );
        await Run(0, "wl", "expose", "deploy", "rr", "--port=80", "--target-port=8080", "--type=LoadBalancer");
        (await Run(0, "wl", "rollout", "status", "deploy/rr", "--timeout=60s"))
            .Should()
            .Contain("deployment \"rr\" successfully rolled out");
        var watched = await _kubectl.Watch(
            "wl",
            line => line.Contains("LoadBalancer") && !line.Contains("<pending>"),
            "get",
            "svc",
            "rr",
            "-w"
        );
        watched.Should().Match("NAME*TYPE*CLUSTER-IP*EXTERNAL-IP*PORT(S)*AGE*rr*LoadBalancer*80:*");
        (await Run(0, "wl", "get", "svc", "rr", "-o", "jsonpath={.status.loadBalancer.ingress[0].ip}"))
            .Should()
            .MatchRegex(@"^127\.\d+\.7\.\d+$");
        await Run(0, "wl", "delete", "svc", "rr");
        await Run(0, "wl", "delete", "deploy", "rr");
        (await Run(1, "wl", "get", "svc", "rr"))
            .Should()
            .Contain("Error from server (NotFound): services \"rr\" not found");
    }

    [Test]
    public async Task Nodes_and_pods_are_listed_as_the_runbooks_read_them()
    {
        (await Run(0, "wl", "get", "nodes", "-o", "wide"))
            .Should()
            .MatchRegex(
                @"NAME +STATUS +ROLES +AGE +VERSION +INTERNAL-IP +EXTERNAL-IP +OS-IMAGE +KERNEL-VERSION +CONTAINER-RUNTIME"
            );
        (await Run(0, "wl", "get", "pods", "-A")).Should().MatchRegex(@"NAMESPACE +NAME +READY +STATUS +RESTARTS +AGE");
        (await Run(0, "wl", "get", "pods", "-A", "--field-selector=status.phase!=Running,status.phase!=Succeeded"))
            .Trim()
            .Should()
            .Be("No resources found");
        (await Run(0, "mgmt", "-n", "kube-system", "get", "pods")).Should().Contain("coredns");
        (await Run(0, "wl", "wait", "--for=condition=Ready", "nodes", "--all", "--timeout=20s"))
            .Should()
            .Contain("condition met");
        (await Run(0, "wl", "describe", "nodes")).Should().Contain("KubeletReady");
    }

    [Test]
    public async Task Cluster_API_is_read_in_the_version_that_is_served()
    {
        var cluster = World
            .Management.Kube.Store.List(Acceptance.Cloud.Twin.World.Kubernetes.CapiKinds.OpenStackCluster)
            .First();
        (await Run(0, "mgmt", "-n", cluster.Namespace, "get", "cluster,openstackcluster,machines"))
            .Should()
            .Contain($"openstackcluster.infrastructure.cluster.x-k8s.io/{cluster.Name}");
        (await Run(1, "mgmt", "get", "openstackclusters.v1alpha6.infrastructure.cluster.x-k8s.io", "-A"))
            .Should()
            .Contain("the server doesn't have a resource type");
    }

    [Test]
    public async Task A_stuck_finalizer_of_Cluster_API_is_taken_away()
    {
        await Run(0, "mgmt", "create", "ns", "stuck");
        var manifest = Path.Combine(_kubectl.Home, "stuck.yaml");
        await File.WriteAllTextAsync(
            manifest,
            """
            apiVersion: infrastructure.cluster.x-k8s.io/v1beta1
            kind: OpenStackCluster
            metadata: {name: held, namespace: stuck, finalizers: [openstackcluster.infrastructure.cluster.x-k8s.io]}
            spec: {identityRef: {name: x, cloudName: openstack}}
            """
        );
        await Run(0, "mgmt", "apply", "-f", manifest);
        await Run(1, "mgmt", "-n", "stuck", "delete", "openstackcluster", "held", "--timeout=1s");
        (
            await Run(
                0,
                "mgmt",
                "-n",
                "stuck",
                "patch",
                "openstackcluster",
                "held",
                "--type=merge",
                "-p",
                "{\"metadata\":{\"finalizers\":[]}}"
            )
        )
            .Should()
            .Contain("patched");
        (await Run(1, "mgmt", "-n", "stuck", "get", "openstackcluster", "held")).Should().Contain("not found");
    }

    [Test]
    public async Task A_viewer_is_told_what_they_may_not_and_unknown_names_are_told_so()
    {
        (await Run(1, "viewer", "get", "nodes"))
            .Should()
            .Contain("User \"viewer\" cannot list resource \"nodes\" in API group \"\" at the cluster scope");
        (await Run(1, "mgmt", "get", "node", "nope"))
            .Should()
            .Contain("Error from server (NotFound): nodes \"nope\" not found");
        (await Run(0, "mgmt", "-n", "nowhere", "get", "events"))
            .Should()
            .Contain("No resources found in nowhere namespace.");
        (await Run(1, "mgmt", "-n", "capi-system", "logs", "nope")).Should().Contain("pods \"nope\" not found");
    }

    private Task<string> Run(int exit, string cluster, params IReadOnlyList<string> words) =>
        _kubectl.Run(exit, cluster, words);
}
