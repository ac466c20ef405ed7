using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>How old copies give way to new ones.</summary>
public record V1DeploymentStrategy
{
    [JsonPropertyName("rollingUpdate")]
    public V1RollingUpdateDeployment? RollingUpdate { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }
}
