using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>A container that runs.</summary>
public record V1ContainerStateRunning
{
    [JsonPropertyName("startedAt")]
    public DateTime? StartedAt { get; set; }
}
