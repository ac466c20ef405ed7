using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>A container that ended.</summary>
public record V1ContainerStateTerminated
{
    [JsonPropertyName("containerID")]
    public string? ContainerID { get; set; }

    [JsonPropertyName("exitCode")]
    public int ExitCode { get; set; }

    [JsonPropertyName("finishedAt")]
    public DateTime? FinishedAt { get; set; }

    [JsonPropertyName("message")]
    public string? Message { get; set; }

    [JsonPropertyName("reason")]
    public string? Reason { get; set; }

    [JsonPropertyName("signal")]
    public int? Signal { get; set; }

    [JsonPropertyName("startedAt")]
    public DateTime? StartedAt { get; set; }
}
