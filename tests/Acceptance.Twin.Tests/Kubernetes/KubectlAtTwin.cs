using System.Diagnostics;
using System.Globalization;
using Acceptance.Cloud.Twin.World;
using RunningTwin = Acceptance.Cloud.Twin.Twin;

namespace Acceptance.Twin.Tests.Kubernetes;

/// <summary>
/// A kubectl with kubeconfigs of one twin's clusters in a home of its own: "mgmt" as its admin, "viewer" as one who
/// may only look, "wl" for the first workload cluster.
/// </summary>
internal sealed class KubectlAtTwin : IAsyncDisposable
{
    private readonly string _program;
    private readonly RunningTwin _twin;

    public KubectlAtTwin(string program)
    {
        _program = program;
        Home = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"kubectl-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Home);
        _twin = RunningTwin.Start(
            new()
            {
                World = "accepted",
                RunsOn = 30,
                HomesUnder = TestContext.CurrentContext.WorkDirectory,
            }
        );
        File.WriteAllText(Path.Combine(Home, "mgmt"), World.Management.Kube.Kubeconfig(World.Management.Server));
        File.WriteAllText(
            Path.Combine(Home, "viewer"),
            World.Management.Kube.Kubeconfig(World.Management.Server, "viewer", "viewers")
        );
        File.WriteAllText(Path.Combine(Home, "wl"), World.Workloads.All.First().Kubeconfig());
    }

    public string Home { get; }

    public TwinWorld World => _twin.World;

    /// <summary>What it printed on both streams; the test fails unless it exits as expected.</summary>
    public async Task<string> Run(int exit, string cluster, params IReadOnlyList<string> words)
    {
        using var process = Begin(cluster, words);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        var said = await output + await error;
        process.ExitCode.Should().Be(exit, "kubectl {0} said: {1}", string.Join(' ', words), said);
        return said;
    }

    /// <summary>
    /// A watch that a person ends once they have seen what they waited for: nothing on the error stream.
    /// </summary>
    public async Task<string> Watch(string cluster, Func<string, bool> seen, params IReadOnlyList<string> words)
    {
        using var process = Begin(cluster, words);
        var error = process.StandardError.ReadToEndAsync();
        var said = "";
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said += line + "\n";
            if (!seen(line))
                continue;
            using var interrupt = Process.Start(
                "/bin/kill",
                ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]
            );
            await interrupt.WaitForExitAsync();
        }

        await process.WaitForExitAsync();
        (await error).Should().BeEmpty();
        return said;
    }

    public async ValueTask DisposeAsync()
    {
        await _twin.DisposeAsync();
        Directory.Delete(Home, recursive: true);
    }

    private Process Begin(string cluster, IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(_program, words)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["KUBECONFIG"] = Path.Combine(Home, cluster);
        start.Environment["HOME"] = Home;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
