using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>kubectl get events.</summary>
internal static class EventColumns
{
    public static IReadOnlyList<Column> All { get; } =
    [
        new("Last Seen", one => Ages.Of(KubeObject.Time(one.At("lastTimestamp")), one.Now)),
        new("Type", one => one.Text("type")),
        new("Reason", one => one.Text("reason")),
        new("Object", one => $"{one.Text("involvedObject.kind").ToLowerInvariant()}/{one.Text("involvedObject.name")}"),
        new("Subobject", one => one.Text("involvedObject.fieldPath"), "string", 1),
        new("Source", one => one.Text("source.component"), "string", 1),
        new("Message", one => one.Text("message").Trim()),
        new("First Seen", one => Ages.Of(KubeObject.Time(one.At("firstTimestamp")), one.Now), "string", 1),
        new("Count", one => one.At("count") ?? (JsonNode)1, "string", 1),
        new("Name", one => one.Kept.Name, "string", 1),
    ];
}
