using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>A connection to the container.</summary>
public record V1TCPSocketAction
{
    [JsonPropertyName("host")]
    public string? Host { get; set; }

    [JsonPropertyName("port")]
    public IntOrString Port { get; set; } = null!;
}
