using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>Storage classes.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public record V1StorageClassList : IKubernetesObject<V1ListMeta>, IItems<V1StorageClass>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "StorageClassList";
    public const string KubeGroup = "storage.k8s.io";
    public const string KubePluralName = "";

    [JsonPropertyName("apiVersion")]
    public string? ApiVersion { get; set; }

    [JsonPropertyName("items")]
    public IList<V1StorageClass> Items { get; set; } = null!;

    [JsonPropertyName("kind")]
    public string? Kind { get; set; }

    [JsonPropertyName("metadata")]
    public V1ListMeta? Metadata { get; set; }
}
