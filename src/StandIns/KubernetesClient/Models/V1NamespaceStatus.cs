using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>Active or Terminating.</summary>
public record V1NamespaceStatus
{
    [JsonPropertyName("conditions")]
    public IList<V1NamespaceCondition>? Conditions { get; set; }

    [JsonPropertyName("phase")]
    public string? Phase { get; set; }
}
