using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>One reason why a namespace is not gone yet.</summary>
public record V1NamespaceCondition
{
    [JsonPropertyName("lastTransitionTime")]
    public DateTime? LastTransitionTime { get; set; }

    [JsonPropertyName("message")]
    public string? Message { get; set; }

    [JsonPropertyName("reason")]
    public string? Reason { get; set; }

    [JsonPropertyName("status")]
    public string Status { get; set; } = null!;

    [JsonPropertyName("type")]
    public string Type { get; set; } = null!;
}
