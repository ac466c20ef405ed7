using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>An object that this one belongs to and goes with.</summary>
public record V1OwnerReference
{
    [JsonPropertyName("apiVersion")]
    public string ApiVersion { get; set; } = null!;

    [JsonPropertyName("blockOwnerDeletion")]
    public bool? BlockOwnerDeletion { get; set; }

    [JsonPropertyName("controller")]
    public bool? Controller { get; set; }

    [JsonPropertyName("kind")]
    public string Kind { get; set; } = null!;

    [JsonPropertyName("name")]
    public string Name { get; set; } = null!;

    [JsonPropertyName("uid")]
    public string Uid { get; set; } = null!;
}
