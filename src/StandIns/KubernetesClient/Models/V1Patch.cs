using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>A change to an object: JSON as a string, or anything that serialises to it.</summary>
[JsonConverter(typeof(V1PatchJsonConverter))]
public record V1Patch
{
    public V1Patch(object body, PatchType type)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (type == PatchType.Unknown)
            throw new ArgumentException(
                "A patch says its type: JsonPatch, MergePatch, StrategicMergePatch or ApplyPatch.",
                nameof(type)
            );
        Content = body;
        Type = type;
    }

    public enum PatchType
    {
        Unknown,
        JsonPatch,
        MergePatch,
        StrategicMergePatch,
        ApplyPatch,
    }

    [JsonPropertyName("content")]
    [JsonInclude]
    public object Content { get; private set; }

    public PatchType Type { get; private set; }
}
