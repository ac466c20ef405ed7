using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>One address of a node: InternalIP, ExternalIP, Hostname.</summary>
public record V1NodeAddress
{
    [JsonPropertyName("address")]
    public string Address { get; set; } = null!;

    [JsonPropertyName("type")]
    public string Type { get; set; } = null!;
}
