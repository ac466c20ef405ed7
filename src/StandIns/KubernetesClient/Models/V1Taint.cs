using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>A mark on a node that keeps pods away.</summary>
public record V1Taint
{
    [JsonPropertyName("effect")]
    public string Effect { get; set; } = null!;

    [JsonPropertyName("key")]
    public string Key { get; set; } = null!;

    [JsonPropertyName("timeAdded")]
    public DateTime? TimeAdded { get; set; }

    [JsonPropertyName("value")]
    public string? Value { get; set; }
}
