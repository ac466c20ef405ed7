using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>Addresses that share their ports.</summary>
public record V1EndpointSubset
{
    [JsonPropertyName("addresses")]
    public IList<V1EndpointAddress>? Addresses { get; set; }

    [JsonPropertyName("notReadyAddresses")]
    public IList<V1EndpointAddress>? NotReadyAddresses { get; set; }

    [JsonPropertyName("ports")]
    public IList<Corev1EndpointPort>? Ports { get; set; }
}
