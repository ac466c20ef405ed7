using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>What is asked of a node.</summary>
public record V1NodeSpec
{
    [JsonPropertyName("podCIDR")]
    public string? PodCIDR { get; set; }

    [JsonPropertyName("podCIDRs")]
    public IList<string>? PodCIDRs { get; set; }

    [JsonPropertyName("providerID")]
    public string? ProviderID { get; set; }

    [JsonPropertyName("taints")]
    public IList<V1Taint>? Taints { get; set; }

    [JsonPropertyName("unschedulable")]
    public bool? Unschedulable { get; set; }
}
