using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>What a container is promised and held to.</summary>
public record V1ResourceRequirements
{
    [JsonPropertyName("limits")]
    public IDictionary<string, ResourceQuantity>? Limits { get; set; }

    [JsonPropertyName("requests")]
    public IDictionary<string, ResourceQuantity>? Requests { get; set; }
}
