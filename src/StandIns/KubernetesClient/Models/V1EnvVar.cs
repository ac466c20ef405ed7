using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>An environment variable with its value.</summary>
public record V1EnvVar
{
    [JsonPropertyName("name")]
    public string Name { get; set; } = null!;

    [JsonPropertyName("value")]
    public string? Value { get; set; }
}
