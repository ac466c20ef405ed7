using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>The pod that a controller makes copies of.</summary>
public record V1PodTemplateSpec : IMetadata<V1ObjectMeta>
{
    [JsonPropertyName("metadata")]
    public V1ObjectMeta? Metadata { get; set; }

    [JsonPropertyName("spec")]
    public V1PodSpec? Spec { get; set; }
}
