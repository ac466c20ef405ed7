using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>One condition of a deployment (Available, Progressing ...).</summary>
public record V1DeploymentCondition
{
    [JsonPropertyName("lastTransitionTime")]
    public DateTime? LastTransitionTime { get; set; }

    [JsonPropertyName("lastUpdateTime")]
    public DateTime? LastUpdateTime { get; set; }

    [JsonPropertyName("message")]
    public string? Message { get; set; }

    [JsonPropertyName("reason")]
    public string? Reason { get; set; }

    [JsonPropertyName("status")]
    public string Status { get; set; } = null!;

    [JsonPropertyName("type")]
    public string Type { get; set; } = null!;
}
