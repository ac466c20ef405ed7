using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>A command run inside the container.</summary>
public record V1ExecAction
{
    [JsonPropertyName("command")]
    public IList<string>? Command { get; set; }
}
