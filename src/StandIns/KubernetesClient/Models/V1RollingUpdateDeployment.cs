using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>How many copies may be missing or too many meanwhile: a number or a percentage.</summary>
public record V1RollingUpdateDeployment
{
    [JsonPropertyName("maxSurge")]
    public IntOrString? MaxSurge { get; set; }

    [JsonPropertyName("maxUnavailable")]
    public IntOrString? MaxUnavailable { get; set; }
}
