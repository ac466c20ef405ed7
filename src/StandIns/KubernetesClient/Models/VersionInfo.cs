using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>Which Kubernetes the server is.</summary>
public record VersionInfo
{
    [JsonPropertyName("buildDate")]
    public string BuildDate { get; set; } = null!;

    [JsonPropertyName("compiler")]
    public string Compiler { get; set; } = null!;

    [JsonPropertyName("gitCommit")]
    public string GitCommit { get; set; } = null!;

    [JsonPropertyName("gitTreeState")]
    public string GitTreeState { get; set; } = null!;

    [JsonPropertyName("gitVersion")]
    public string GitVersion { get; set; } = null!;

    [JsonPropertyName("goVersion")]
    public string GoVersion { get; set; } = null!;

    [JsonPropertyName("major")]
    public string Major { get; set; } = null!;

    [JsonPropertyName("minor")]
    public string Minor { get; set; } = null!;

    [JsonPropertyName("platform")]
    public string Platform { get; set; } = null!;
}
