using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// An object on its way into a Table: its body in the asked version, and the time at which it is printed.
/// </summary>
internal sealed record PrintedObject(KubeObject Kept, JsonObject Body, DateTimeOffset Now)
{
    public string Age => Ages.Of(KubeObject.Time(Body["metadata"]?["creationTimestamp"]), Now);

    /// <summary>A value by its path ("status.phase"); null when there is none.</summary>
    public JsonNode? At(string path)
    {
        JsonNode? node = Body;
        foreach (var part in path.Split('.'))
            node = (node as JsonObject)?[part];
        return node?.DeepClone();
    }

    public string Text(string path) => At(path)?.ToString() ?? "";

    public JsonNode? Condition(string type, string member = "status") =>
        (At("status.conditions") as JsonArray ?? [])
            .OfType<JsonObject>()
            .FirstOrDefault(one => (string?)one["type"] == type)
            ?[member]?.DeepClone();

    public string? Label(string key) => Kept.Label(key);

    public IEnumerable<JsonObject> All(string path) => (At(path) as JsonArray ?? []).OfType<JsonObject>();

    public string Selector(string path)
    {
        var pairs = (At(path) as JsonObject ?? [])
            .Select(pair => $"{pair.Key}={(string?)pair.Value}")
            .Order(StringComparer.Ordinal);
        return string.Join(",", pairs) is { Length: > 0 } text ? text : "<none>";
    }
}
