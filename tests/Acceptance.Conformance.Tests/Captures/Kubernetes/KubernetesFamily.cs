namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// The Kubernetes API and kubectl: every capture in its order on one twin, what was raw against the wire, what was
/// typed with the real client.
/// </summary>
public sealed class KubernetesFamily : ICaptureFamily
{
    private const int SampleOf = 6;

    public string Folder => "kubernetes";

    public async Task<IReadOnlyList<CaptureResult>> Replay(string folder, bool whole)
    {
        var shelf = new CaptureShelf(folder);
        await using var rig = new KubeRig();
        var replay = new CaptureReplay(rig, shelf);
        var chosen = Chosen(shelf, whole);
        var results = new List<CaptureResult>();
        await using var outages = new OutageReplay(rig.Folder("outages"));
        var lanes = chosen
            .GroupBy(one => rig.Of(one))
            .Select(lane =>
                Task.Run(async () =>
                {
                    if (lane.Key is null)
                    {
                        var met = await outages.Hold(lane);
                        lock (results)
                            results.AddRange(met);
                        return;
                    }

                    foreach (var capture in lane)
                    {
                        var result = await replay.Hold(capture);
                        lock (results)
                            results.Add(result);
                    }
                })
            );
        await Task.WhenAll(lanes);
        return [.. results.OrderBy(result => result.Capture, StringComparer.Ordinal)];
    }

    private static KubeCapture[] Chosen(CaptureShelf shelf, bool whole)
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ACCEPTANCE_SEED"), out var given) ? given : 12;
        var random = new Random(seed);
        // What takes long, and what needs the changes of those before it, is asked when everything is.
        var chosen = shelf
            .Captures.Where(one =>
                whole
                || (
                    random.Next(SampleOf) == 0
                    && one.Seconds < 5
                    && one.Exchanges.All(asked => asked is { Reads: true, Watches: false } && !IsMade(asked))
                )
            )
            .ToArray();
        if (!whole)
            TestContext.Out.WriteLine(
                $"{chosen.Length} of {shelf.Captures.Count} captures, drawn with ACCEPTANCE_SEED={seed}"
            );
        return chosen;
    }

    // What a controller made of something that was created before.
    private static bool IsMade(Exchange asked) =>
        asked.Body?.ToJsonString().Contains("\"kind\":\"ReplicaSet\"", StringComparison.Ordinal) == true;
}
