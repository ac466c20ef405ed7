using Acceptance.Cloud.Twin.World;
using Acceptance.Surroundings;

namespace Acceptance.Twin.Tests.Kubernetes;

/// <summary>The real kubectl against the twin's API servers.</summary>
[TestFixture]
[Category("RealClients")]
public sealed class KubectlTests
{
    private KubectlAtTwin _kubectl = null!;

    private TwinWorld World => _kubectl.World;

    [OneTimeSetUp]
    public void Start() => _kubectl = new KubectlAtTwin(RealProgram.Need("kubectl", RealKubectl.Install));

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_kubectl is not null)
            await _kubectl.DisposeAsync();
    }

    [Test]
    public async Task Nodes_and_pods_of_the_management_cluster_are_printed_as_kubectl_prints_them()
    {
        var nodes = await Run("mgmt", "get", "nodes", "-o", "wide");
        nodes.Should().MatchRegex($@"{World.Plan.ManagementServer}\s+Ready\s+control-plane,worker\s+\S+\s+v1\.32\.13");
        var pods = await Run("mgmt", "get", "pods", "-A");
        pods.Should().MatchRegex(@"capo-system\s+capo-controller-manager-\S+\s+1/1\s+Running\s+0");
    }

    [Test]
    public async Task A_node_is_tainted_described_and_read_by_jsonpath()
    {
        var node = World.Plan.ManagementServer;
        await Run("mgmt", "taint", "node", node, "demo=x:PreferNoSchedule");
        (await Run("mgmt", "get", "nodes", "-o", "jsonpath={.items[*].spec.taints[*].key}")).Should().Contain("demo");
        await Run("mgmt", "taint", "node", node, "demo-");
        (await Run("mgmt", "describe", "node", node)).Should().Contain("KubeletReady");
    }

    [Test]
    public async Task A_namespace_is_created_and_goes_again()
    {
        (await Run("mgmt", "create", "ns", "kubectl-made")).Should().Contain("namespace/kubectl-made created");
        await Run("mgmt", "delete", "ns", "kubectl-made", "--timeout=30s");
        (await Run("mgmt", "get", "ns")).Should().NotContain("kubectl-made");
    }

    [Test]
    public async Task A_version_that_is_not_served_is_no_resource_type()
    {
        var said = await Run(1, "mgmt", "get", "openstackclusters.v1alpha6.infrastructure.cluster.x-k8s.io", "-A");
        said.Should().Contain("the server doesn't have a resource type \"openstackclusters\"");
    }

    private Task<string> Run(string cluster, params IReadOnlyList<string> words) => Run(0, cluster, words);

    private Task<string> Run(int exit, string cluster, params IReadOnlyList<string> words) =>
        _kubectl.Run(exit, cluster, words);
}
