using Acceptance.Cloud.Shells;
using Acceptance.Cloud.Twin;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// Commands that reached no API server: the twin's management API is broken in the same way, and the real kubectl
/// says what it says.
/// </summary>
internal sealed class OutageReplay(string folder) : IAsyncDisposable
{
    private readonly Twin _twin = Twin.Start(new TwinOptions { World = "rebuilt", HomesUnder = folder });

    public async Task<IReadOnlyList<CaptureResult>> Hold(IEnumerable<KubeCapture> captures)
    {
        var results = new List<CaptureResult>();
        foreach (var alike in captures.GroupBy(Outage.Of))
        {
            if (alike.Key is not { } outage)
            {
                results.AddRange(
                    alike.Select(one =>
                        Result(one, Likeness.NotEmulated, "not emulated: the twin's API server is never so")
                    )
                );
                continue;
            }

            // Without the real kubectl nobody types these.
            if (!Kubectl.IsThere)
                continue;
            // What waits for a server waits together.
            var all = alike.ToArray();
            var homes = new List<string>();
            foreach (var one in all)
                homes.Add(await Home(one));
            outage.Begin(_twin);
            if (outage.Rule is { } rule)
                _twin.Misbehave(rule);
            results.AddRange(
                await Task.WhenAll(all.Zip(homes, (one, home) => Task.Run(() => Hold(one, outage, home))))
            );
            if (outage.Rule is { } over)
                _twin.Behave(over);
            outage.End(_twin);
        }

        return results;
    }

    public ValueTask DisposeAsync() => _twin.DisposeAsync();

    private async Task<CaptureResult> Hold(KubeCapture capture, Outage outage, string home)
    {
        var file = Path.Combine(home, "config");
        await File.WriteAllTextAsync(file, outage.Kubeconfig(_twin, Kubeconfig()));
        foreach (var (name, text) in capture.Files)
            await File.WriteAllTextAsync(Path.Combine(home, name), text);
        if (capture.Command.Contains(" -f ", StringComparison.Ordinal) && capture.Files.Count == 0)
            await File.WriteAllTextAsync(
                Path.Combine(home, "ns.yaml"),
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: late}\n"
            );
        var (exit, stdout, stderr) = await Kubectl.Run(
            Kubectl.Nearest(capture.Client)!.Value.Path,
            ShellLexer.Read(capture.Command).Select(word => word.Text).Skip(1),
            home,
            home,
            file,
            capture.Stdin,
            _ => false,
            capture.Seconds
        );
        var differences = new List<string>();
        if (exit != capture.Exit)
            differences.Add($"exit {exit} instead of {capture.Exit}");
        differences.AddRange(PrintedShape.Differences(capture.Stderr, stderr).Select(one => "stderr " + one));
        differences.AddRange(PrintedShape.Differences(capture.Stdout, stdout));
        return Result(
            capture,
            differences.Count == 0 ? Likeness.Same : Likeness.Different,
            string.Join("; ", differences.Take(3))
        );
    }

    // A warm cache was filled while the server was well.
    private async Task<string> Home(KubeCapture capture)
    {
        var home = Path.Combine(folder, "outage-" + capture.Name);
        Directory.CreateDirectory(home);
        if (capture.Cold)
            return home;
        var file = Path.Combine(home, "well");
        await File.WriteAllTextAsync(file, Kubeconfig());
        await Kubectl.Run(
            Kubectl.Nearest(capture.Client)!.Value.Path,
            ["api-resources"],
            home,
            home,
            file,
            null,
            _ => false
        );
        return home;
    }

    private string Kubeconfig() => _twin.World.Management.Kube.Kubeconfig(_twin.World.Management.Server);

    private static CaptureResult Result(KubeCapture capture, Likeness likeness, string why) =>
        new("kubernetes", capture.Name, likeness, capture.Command, why);
}
