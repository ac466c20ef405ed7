using System.Text.Json;
using System.Text.Json.Serialization;

namespace k8s;

/// <summary>One line of a watch, its object still unread.</summary>
internal sealed record WatchFrame
{
    [JsonPropertyName("type")]
    public WatchEventType Type { get; set; }

    [JsonPropertyName("object")]
    public JsonElement Object { get; set; }

    public bool IsStatus =>
        Object.ValueKind == JsonValueKind.Object
        && Object.TryGetProperty("kind", out var kind)
        && kind.ValueEquals("Status");
}
