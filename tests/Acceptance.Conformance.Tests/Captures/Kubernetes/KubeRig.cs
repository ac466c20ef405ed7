using Acceptance.Cloud.Twin;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>The twin in the part of the captured rig: its management cluster and its workload cluster.</summary>
internal sealed class KubeRig : IAsyncDisposable
{
    private readonly Twin _twin;
    private readonly string _home = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"kubernetes-{Guid.NewGuid():N}");

    public KubeRig()
    {
        Directory.CreateDirectory(_home);
        _twin = Twin.Start(new TwinOptions { World = "accepted", RunsOn = 10, HomesUnder = _home });
        var world = _twin.World;
        Management = new RigCluster(world, world.Management.Kube, world.Management.Server, Path.Combine(_home, "mgmt"));
        var workload = world.Workloads.All.First();
        Workload = new RigCluster(world, workload.Kube, $"https://{workload.Address}:{world.Plan.KubeApiPort}", Path.Combine(_home, "wl"));
    }

    public RigCluster Management { get; }

    public RigCluster Workload { get; }

    /// <summary>Which of the two a capture was taken on; null: on none, something else played the server.</summary>
    public RigCluster? Of(KubeCapture capture) =>
        capture.Cluster.StartsWith("none", StringComparison.Ordinal) ? null : capture.Cluster.StartsWith("mgmt", StringComparison.Ordinal) ? Management : Workload;

    public string Folder(string name)
    {
        var folder = Path.Combine(_home, name);
        Directory.CreateDirectory(folder);
        return folder;
    }

    public async ValueTask DisposeAsync()
    {
        await Management.DisposeAsync();
        await Workload.DisposeAsync();
        await _twin.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }
}
