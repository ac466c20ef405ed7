using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>One reason among those of a Status.</summary>
public record V1StatusCause
{
    [JsonPropertyName("field")]
    public string? Field { get; set; }

    [JsonPropertyName("message")]
    public string? Message { get; set; }

    [JsonPropertyName("reason")]
    public string? Reason { get; set; }
}
