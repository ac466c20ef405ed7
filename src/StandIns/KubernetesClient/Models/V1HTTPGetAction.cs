using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>An HTTP request to the container.</summary>
public record V1HTTPGetAction
{
    [JsonPropertyName("host")]
    public string? Host { get; set; }

    [JsonPropertyName("path")]
    public string? Path { get; set; }

    [JsonPropertyName("port")]
    public IntOrString Port { get; set; } = null!;

    [JsonPropertyName("scheme")]
    public string? Scheme { get; set; }
}
