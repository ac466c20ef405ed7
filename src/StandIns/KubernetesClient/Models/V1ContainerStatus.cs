using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>How a container fares; lastState holds its last end.</summary>
public record V1ContainerStatus
{
    [JsonPropertyName("containerID")]
    public string? ContainerID { get; set; }

    [JsonPropertyName("image")]
    public string Image { get; set; } = null!;

    [JsonPropertyName("imageID")]
    public string ImageID { get; set; } = null!;

    [JsonPropertyName("lastState")]
    public V1ContainerState? LastState { get; set; }

    [JsonPropertyName("name")]
    public string Name { get; set; } = null!;

    [JsonPropertyName("ready")]
    public bool Ready { get; set; }

    [JsonPropertyName("restartCount")]
    public int RestartCount { get; set; }

    [JsonPropertyName("started")]
    public bool? Started { get; set; }

    [JsonPropertyName("state")]
    public V1ContainerState? State { get; set; }
}
