using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>A list of a kind of one's own, for CustomObjects.</summary>
public class KubernetesList<T>(
    IList<T> items,
    string? apiVersion = default,
    string? kind = default,
    V1ListMeta? metadata = default
) : IMetadata<V1ListMeta>, IItems<T>
    where T : IKubernetesObject
{
    [JsonPropertyName("apiVersion")]
    public string? ApiVersion { get; set; } = apiVersion;

    [JsonPropertyName("items")]
    public IList<T> Items { get; set; } = items;

    [JsonPropertyName("kind")]
    public string? Kind { get; set; } = kind;

    [JsonPropertyName("metadata")]
    public V1ListMeta? Metadata { get; set; } = metadata;
}
