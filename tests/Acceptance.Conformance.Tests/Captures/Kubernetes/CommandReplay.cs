using System.Text.RegularExpressions;
using Acceptance.Cloud.Shells;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>The captured command, typed again: what it prints, how it exits, and what it asks on the way.</summary>
internal sealed partial class CommandReplay(KubeRig rig, RigCluster cluster, Hand hand, KubeCapture capture)
{
    public async Task<Talk> Run()
    {
        var (minor, path) = Kubectl.Nearest(capture.Client)!.Value;
        var (_, kubeconfig) = cluster.As(capture.Identity);
        var home = await WarmHome(minor, path);
        cluster.As(capture.Identity);
        // A file that one command was given is there for the next.
        var folder = rig.Folder("work-" + capture.Cluster);
        // No such kubeconfig: kubectl then knows no server but localhost:8080.
        if (capture.Exchanges.Count == 0 && capture.Stderr.Contains("localhost:8080", StringComparison.Ordinal))
            kubeconfig = Path.Combine(folder, "none");
        foreach (var (name, text) in capture.Files)
            await File.WriteAllTextAsync(Path.Combine(folder, name), Revisions(cluster.Names.ToTwin(text)));
        var (exit, stdout, stderr) = await Type(path, home, folder, kubeconfig);
        var seen = cluster.Recorder.Seen;
        foreach (var (had, has) in capture.Exchanges.Zip(seen))
            cluster.Names.Learn(had, has);
        if (Talk.EdgeIn(seen) is { } edge)
            return new Talk([]) { NotEmulated = edge };
        return new Talk(Differences(exit, stdout, stderr, Kubectl.IsGeneration(capture.Client, minor)));
    }

    private async Task<string> WarmHome(int minor, string path)
    {
        var home = rig.Folder($"home-{capture.Cluster}-{minor}{(capture.Cold ? "-" + capture.Name : "")}");
        if (!capture.Cold && !Directory.Exists(Path.Combine(home, ".kube")))
            await Warm(path, home);
        return home;
    }

    private List<string> Differences(int exit, string stdout, string stderr, bool sameGeneration)
    {
        var differences = new List<string>();
        if (exit != capture.Exit)
            differences.Add($"exit {exit} instead of {capture.Exit}");
        differences.AddRange(
            PrintedShape
                .Differences(Revealed(capture.Stderr), cluster.Names.ToCapture(Revealed(stderr)))
                .Select(one => "stderr " + one)
        );
        differences.AddRange(PrintedShape.Differences(capture.Stdout, cluster.Names.ToCapture(stdout)));
        if (sameGeneration && capture.Exchanges.All(one => one.Status > 0))
            differences.AddRange(Asked(cluster.Recorder.Seen));
        return differences;
    }

    private async Task<(int Exit, string Stdout, string Stderr)> Type(
        string path,
        string home,
        string folder,
        string kubeconfig
    )
    {
        var recorder = cluster.Recorder;
        var words = ShellLexer.Read(cluster.Names.ToTwin(capture.Command)).Select(word => word.Text).Skip(1);
        var watches = capture.Exchanges.Where(one => one.Watches).ToArray();
        Task? work = null;
        recorder.Begin();
        // kubectl may watch several at once, or one after the other: the hand does all that was seen, once.
        recorder.Watched = (_, _) =>
            work ??= Task.Run(async () =>
            {
                foreach (var watch in watches)
                    await hand.Work(watch);
            });
        recorder.Instead = Filter;
        var printed = capture.Stdout.Count(one => one == '\n');
        var ticks = 0;
        var ran = await Kubectl.Run(
            path,
            words,
            home,
            folder,
            kubeconfig,
            capture.Stdin is null ? null : cluster.Names.ToTwin(capture.Stdin),
            so =>
                capture.Interrupted
                && work is { IsCompleted: true }
                && (++ticks > 20 || so.Count(one => one == '\n') >= printed),
            capture.Seconds
        );
        if (work is not null)
            await work;
        return ran;
    }

    // The captured cache was warm: somebody had asked before.
    private async Task Warm(string path, string home)
    {
        var (_, admin) = cluster.As("admin");
        cluster.Recorder.Begin();
        await Kubectl.Run(path, ["api-resources"], home, home, admin, null, _ => false);
    }

    private IEnumerable<string> Asked(IReadOnlyList<Exchange> seen)
    {
        var captured = capture.Exchanges.Where(one => !IsDiscovery(one)).ToArray();
        var twin = seen.Where(one => !IsDiscovery(one)).ToArray();
        var (had, has) = (
            captured.Select(Line).ToArray(),
            twin.Select(one => Line(one with { Path = cluster.Names.ToCapture(one.Path) })).ToArray()
        );
        if (!Once(had).SequenceEqual(Once(has)))
        {
            var at = had.Zip(has).TakeWhile(pair => pair.First == pair.Second).Count();
            yield return $"asks '{(at < has.Length ? has[at] : "nothing more")}' instead of "
                + $"'{(at < had.Length ? had[at] : "nothing more")}'";
        }

        foreach (
            var (one, other) in captured.Select(
                (one, index) =>
                    (
                        one,
                        twin.Skip(index)
                            .FirstOrDefault(it =>
                                it.Method == one.Method
                                && Line(it with { Path = cluster.Names.ToCapture(it.Path) }) == Line(one)
                            )
                    )
            )
        )
        {
            if (other is null)
                continue;
            foreach (var difference in ExchangeComparison.Differences(one, other, cluster.Names.ToCapture))
                yield return difference;
        }
    }

    // How many it asks of one sort is the number of objects: the situation's.
    private static IEnumerable<string> Once(IEnumerable<string> lines) =>
        lines.Select(line => Drawn().Replace(line, "/NAME")).Distinct();

    private static bool IsDiscovery(Exchange one) =>
        one.Path is "/api" or "/apis"
        || one.Path.StartsWith("/openapi", StringComparison.Ordinal)
        || (one.Object is null && one.Path.StartsWith("/api", StringComparison.Ordinal));

    private static string Line(Exchange one) =>
        $"{one.Method} {Words.Of(one.Path)} {string.Join('&', Parameters(one.Query))}";

    private static IEnumerable<string> Parameters(string query) =>
        query.Split('&').Select(part => part.Split('=')[0]).Order(StringComparer.Ordinal);

    /// <summary>A filter between client and server that takes no protobuf, where the capture had one.</summary>
    private (int, string)? Filter(Exchange asked) =>
        capture.Cluster.Contains("filter", StringComparison.Ordinal)
        && capture.Exit != 0
        && Exchange.IsBinary(asked.RequestBody)
            ? (
                415,
                """
                {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"the body of the request was in an unknown format - accepted media types include: application/json, application/yaml","reason":"UnsupportedMediaType","code":415}
                """
            )
            : null;

    private string Revisions(string text) =>
        Revision().Replace(text, found => $"{found.Groups[1].Value}{cluster.Names.Revision(found.Groups[2].Value)}");

    // At its own deadline the client says, or does not, that its watch ended too: it is a race of its own.
    private static string Revealed(string text) => Race().Replace(text, "");

    [GeneratedRegex(@"^.*reflector\.go.*context deadline exceeded.*\n?", RegexOptions.Multiline)]
    private static partial Regex Race();

    [GeneratedRegex(@"(""?resourceVersion""?: ?""?)(\d+)")]
    private static partial Regex Revision();

    [GeneratedRegex("(?<=/(?:nodes|machines|pods|clusters))/[^/ ]+")]
    private static partial Regex Drawn();
}
