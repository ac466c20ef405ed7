using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>The addresses behind a service.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public record V1Endpoints : IKubernetesObject<V1ObjectMeta>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "Endpoints";
    public const string KubeGroup = "";
    public const string KubePluralName = "endpoints";

    [JsonPropertyName("apiVersion")]
    public string? ApiVersion { get; set; }

    [JsonPropertyName("kind")]
    public string? Kind { get; set; }

    [JsonPropertyName("metadata")]
    public V1ObjectMeta? Metadata { get; set; }

    [JsonPropertyName("subsets")]
    public IList<V1EndpointSubset>? Subsets { get; set; }
}
