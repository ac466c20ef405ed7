namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>Holds the twin against one capture: situation, replay, comparison.</summary>
internal sealed class CaptureReplay(KubeRig rig, CaptureShelf shelf)
{
    private const string Service = "kubernetes";
    private readonly Dictionary<RigCluster, Situation> _situations = [];

    public async Task<CaptureResult> Hold(KubeCapture capture)
    {
        try
        {
            return await Verdict(capture);
        }
        catch (Exception broke) when (broke is not NUnit.Framework.ResultStateException)
        {
            return new CaptureResult(
                Service,
                capture.Name,
                Likeness.Different,
                capture.Command,
                $"could not be replayed: {broke.Message} {WhereIn(broke)}"
            );
        }
    }

    private static string? WhereIn(Exception broke) =>
        broke
            .StackTrace?.Split('\n')
            .FirstOrDefault(line => line.Contains("Kubernetes", StringComparison.Ordinal))
            ?.Trim();

    private async Task<CaptureResult> Verdict(KubeCapture capture)
    {
        if (rig.Of(capture) is not { } cluster)
            throw new InvalidOperationException("it is an outage's");
        if (!capture.IsKubectl && capture.Exchanges.Count == 0)
            return Missing(capture, "not emulated: the program asked the server past the recorder");
        Situation situation;
        lock (_situations)
            situation = _situations.TryGetValue(cluster, out var known)
                ? known
                : _situations[cluster] = new Situation(cluster, shelf);
        cluster.TakeRefusals();
        await situation.Prepare(capture);
        var hand = new Hand(cluster, situation, shelf);
        var talk =
            capture.IsKubectl && Kubectl.IsThere
                ? await new CommandReplay(rig, cluster, hand, capture).Run()
                : await new WireReplay(cluster, hand, capture).Run();
        if (talk.NotEmulated is { } edge)
            return Missing(capture, edge);
        return new CaptureResult(
            Service,
            capture.Name,
            talk.Differences.Count == 0 ? Likeness.Same : Likeness.Different,
            capture.Command,
            string.Join(
                "; ",
                talk.Differences.Take(3)
                    .Concat(cluster.TakeRefusals().Take(2).Select(one => $"(not brought about: {one})"))
            )
        );
    }

    private static CaptureResult Missing(KubeCapture capture, string why) =>
        new(Service, capture.Name, Likeness.NotEmulated, capture.Command, why);
}
