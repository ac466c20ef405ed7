using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>An image that a node holds.</summary>
public record V1ContainerImage
{
    [JsonPropertyName("names")]
    public IList<string>? Names { get; set; }

    [JsonPropertyName("sizeBytes")]
    public long? SizeBytes { get; set; }
}
