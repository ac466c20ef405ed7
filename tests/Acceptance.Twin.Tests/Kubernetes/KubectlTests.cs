using System.Diagnostics;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Twin.Tests.Kubernetes;

/// <summary>The real kubectl against the twin's API servers.</summary>
[TestFixture]
[Category("RealClients")]
public sealed class KubectlTests
{
    private const string Kubectl = "/usr/bin/kubectl";
    private Acceptance.Cloud.Twin.Twin _twin = null!;
    private string _home = "";

    private TwinWorld World => _twin.World;

    [OneTimeSetUp]
    public void Start()
    {
        if (!File.Exists(Kubectl))
        {
            const string hint = "kubectl is not installed at /usr/bin/kubectl: install package kubectl 1.32 (https://kubernetes.io/docs/tasks/tools/).";
            if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(hint);
            Assert.Ignore(hint);
        }

        _home = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"kubectl-{Guid.NewGuid():N}");
        Directory.CreateDirectory(_home);
        _twin = Acceptance.Cloud.Twin.Twin.Start(new() { World = "accepted", RunsOn = 30, HomesUnder = TestContext.CurrentContext.WorkDirectory });
        File.WriteAllText(Path.Combine(_home, "mgmt"), World.Management.Kube.Kubeconfig(World.Management.Server));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_twin is null) return;
        await _twin.DisposeAsync();
        Directory.Delete(_home, recursive: true);
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

    private async Task<string> Run(int exit, string cluster, params IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(Kubectl, words) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["KUBECONFIG"] = Path.Combine(_home, cluster);
        start.Environment["HOME"] = _home;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var said = await output + await error;
        process.ExitCode.Should().Be(exit, "kubectl {0} said: {1}", string.Join(' ', words), said);
        return said;
    }
}
