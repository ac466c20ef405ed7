using System.Text.Json.Serialization;

namespace k8s;

/// <summary>Anything with an apiVersion and a kind.</summary>
public interface IKubernetesObject
{
    [JsonPropertyName("apiVersion")]
    string? ApiVersion { get; set; }

    [JsonPropertyName("kind")]
    string? Kind { get; set; }
}
