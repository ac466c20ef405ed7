using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>Deployments.</summary>
[KubernetesEntity(Group = KubeGroup, Kind = KubeKind, ApiVersion = KubeApiVersion, PluralName = KubePluralName)]
public record V1DeploymentList : IKubernetesObject<V1ListMeta>, IItems<V1Deployment>
{
    public const string KubeApiVersion = "v1";
    public const string KubeKind = "DeploymentList";
    public const string KubeGroup = "apps";
    public const string KubePluralName = "";

    [JsonPropertyName("apiVersion")]
    public string? ApiVersion { get; set; }

    [JsonPropertyName("items")]
    public IList<V1Deployment> Items { get; set; } = null!;

    [JsonPropertyName("kind")]
    public string? Kind { get; set; }

    [JsonPropertyName("metadata")]
    public V1ListMeta? Metadata { get; set; }
}
