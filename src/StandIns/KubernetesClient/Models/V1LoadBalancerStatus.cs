using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>Where the load balancer of a service answers; no ingress while it is being made.</summary>
public record V1LoadBalancerStatus
{
    [JsonPropertyName("ingress")]
    public IList<V1LoadBalancerIngress>? Ingress { get; set; }
}
