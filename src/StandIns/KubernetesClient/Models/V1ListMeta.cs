using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>What every list carries; continue is set while there is more to ask for.</summary>
public record V1ListMeta
{
    [JsonPropertyName("continue")]
    public string? ContinueProperty { get; set; }

    [JsonPropertyName("remainingItemCount")]
    public long? RemainingItemCount { get; set; }

    [JsonPropertyName("resourceVersion")]
    public string? ResourceVersion { get; set; }

    [JsonPropertyName("selfLink")]
    public string? SelfLink { get; set; }
}
