using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// Does what somebody else did in the captured rig while a watch stood: each frame that came later shows a change,
/// and it is made in the twin once the watch stands there.
/// </summary>
internal sealed class Hand(RigCluster cluster, Situation situation, CaptureShelf shelf)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(0.05);
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);

    public async Task Work(Exchange captured)
    {
        foreach (var (after, frame) in captured.Frames ?? [])
        {
            if (after < Soon.TotalSeconds || frame["object"] is not JsonObject shown)
                continue;
            if ((string?)shown["kind"] == "Table")
                shown = shown["rows"]?[0]?["object"] as JsonObject ?? shown;
            if ((string?)shown["metadata"]?["name"] is null || captured.Object is not { } path)
                continue;
            if (!_done.Add($"{frame["type"]}{shown["metadata"]!["uid"]}{shown["metadata"]!["resourceVersion"]}"))
                continue;
            await Do((string?)frame["type"] ?? "", path, shown);
        }
    }

    private async Task Do(string type, ApiPath path, JsonObject shown)
    {
        var metadata = (JsonObject)shown["metadata"]!;
        var here = situation.Objects.Here(
            path with
            {
                Namespace = (string?)metadata["namespace"] ?? "",
                Name = (string)metadata["name"]!,
            }
        );
        if (type == "DELETED")
        {
            await situation.Objects.Vanish(here);
            return;
        }

        if (type is not ("ADDED" or "MODIFIED"))
            return;
        if (path.Plural == "deployments" && (int?)shown["status"]?["readyReplicas"] > 0)
        {
            situation.Scheduler.Schedule();
            return;
        }

        var whole =
            (string?)shown["kind"] == "PartialObjectMetadata"
                ? shelf.Body((string?)metadata["uid"] ?? "", CaptureShelf.Revision(shown)) ?? shown
                : shown;
        if (await Grows(here, whole))
            return;
        await situation.Objects.Show(here, whole);
    }

    // A Service's address is the cloud's to give: the twin's own controller gives it, in its own time.
    private async Task<bool> Grows(ApiPath here, JsonObject shown)
    {
        if (here.Plural != "services" || (string?)shown["spec"]?["type"] != "LoadBalancer")
            return false;
        cluster.Pass(TimeSpan.FromSeconds(60));
        await Task.CompletedTask;
        return true;
    }
}
