using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>A way of making volumes.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public record V1StorageClass : IKubernetesObject<V1ObjectMeta>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "StorageClass";
    public const string KubeGroup = "storage.k8s.io";
    public const string KubePluralName = "storageclasses";

    [JsonPropertyName("allowVolumeExpansion")]
    public bool? AllowVolumeExpansion { get; set; }

    [JsonPropertyName("apiVersion")]
    public string? ApiVersion { get; set; }

    [JsonPropertyName("kind")]
    public string? Kind { get; set; }

    [JsonPropertyName("metadata")]
    public V1ObjectMeta? Metadata { get; set; }

    [JsonPropertyName("mountOptions")]
    public IList<string>? MountOptions { get; set; }

    [JsonPropertyName("parameters")]
    public IDictionary<string, string>? Parameters { get; set; }

    [JsonPropertyName("provisioner")]
    public string Provisioner { get; set; } = null!;

    [JsonPropertyName("reclaimPolicy")]
    public string? ReclaimPolicy { get; set; }

    [JsonPropertyName("volumeBindingMode")]
    public string? VolumeBindingMode { get; set; }
}
