using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>What has to hold for a deletion to happen.</summary>
public record V1Preconditions
{
    [JsonPropertyName("resourceVersion")]
    public string? ResourceVersion { get; set; }

    [JsonPropertyName("uid")]
    public string? Uid { get; set; }
}
