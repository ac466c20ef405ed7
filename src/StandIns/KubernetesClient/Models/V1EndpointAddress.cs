using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>One address behind a service.</summary>
public record V1EndpointAddress
{
    [JsonPropertyName("hostname")]
    public string? Hostname { get; set; }

    [JsonPropertyName("ip")]
    public string Ip { get; set; } = null!;

    [JsonPropertyName("nodeName")]
    public string? NodeName { get; set; }

    [JsonPropertyName("targetRef")]
    public V1ObjectReference? TargetRef { get; set; }
}
