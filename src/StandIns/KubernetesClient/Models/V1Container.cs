using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>One container of a pod.</summary>
public record V1Container
{
    [JsonPropertyName("args")]
    public IList<string>? Args { get; set; }

    [JsonPropertyName("command")]
    public IList<string>? Command { get; set; }

    [JsonPropertyName("env")]
    public IList<V1EnvVar>? Env { get; set; }

    [JsonPropertyName("image")]
    public string? Image { get; set; }

    [JsonPropertyName("imagePullPolicy")]
    public string? ImagePullPolicy { get; set; }

    [JsonPropertyName("livenessProbe")]
    public V1Probe? LivenessProbe { get; set; }

    [JsonPropertyName("name")]
    public string Name { get; set; } = null!;

    [JsonPropertyName("ports")]
    public IList<V1ContainerPort>? Ports { get; set; }

    [JsonPropertyName("readinessProbe")]
    public V1Probe? ReadinessProbe { get; set; }

    [JsonPropertyName("resources")]
    public V1ResourceRequirements? Resources { get; set; }

    [JsonPropertyName("restartPolicy")]
    public string? RestartPolicy { get; set; }

    [JsonPropertyName("startupProbe")]
    public V1Probe? StartupProbe { get; set; }

    [JsonPropertyName("workingDir")]
    public string? WorkingDir { get; set; }
}
