using Acceptance.Cloud.Twin;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>The twin in the part of the captured rig: its management cluster and its workload cluster.</summary>
internal sealed class KubeRig : IAsyncDisposable
{
    private readonly Twin[] _twins;
    private readonly string _home = Path.Combine(
        TestContext.CurrentContext.WorkDirectory,
        $"kubernetes-{Guid.NewGuid():N}"
    );

    public KubeRig()
    {
        Directory.CreateDirectory(_home);
        // One for each captured cluster: what happens to the nodes of one must not show in the conditions of the
        // other, as it would in life.
        _twins =
        [
            .. Enumerable
                .Range(0, 2)
                .Select(_ =>
                    Twin.Start(
                        new TwinOptions
                        {
                            World = "accepted",
                            RunsOn = 10,
                            HomesUnder = _home,
                        }
                    )
                ),
        ];
        var world = _twins[0].World;
        Management = new RigCluster(world, world.Management.Kube, world.Management.Server, Path.Combine(_home, "mgmt"));
        world = _twins[1].World;
        var workload = world.Workloads.All.First();
        Workload = new RigCluster(
            world,
            workload.Kube,
            $"https://{workload.Address}:{world.Plan.KubeApiPort}",
            Path.Combine(_home, "wl")
        );
    }

    public RigCluster Management { get; }

    public RigCluster Workload { get; }

    /// <summary>Which of the two a capture was taken on; null: on none, something else played the server.</summary>
    public RigCluster? Of(KubeCapture capture) =>
        capture.Cluster.StartsWith("none", StringComparison.Ordinal) ? null
        : capture.Cluster.StartsWith("mgmt", StringComparison.Ordinal) ? Management
        : Workload;

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
        foreach (var twin in _twins)
            await twin.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }
}
