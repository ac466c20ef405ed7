using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>A container that does not run yet, and why (CrashLoopBackOff, ImagePullBackOff ...).</summary>
public record V1ContainerStateWaiting
{
    [JsonPropertyName("message")]
    public string? Message { get; set; }

    [JsonPropertyName("reason")]
    public string? Reason { get; set; }
}
