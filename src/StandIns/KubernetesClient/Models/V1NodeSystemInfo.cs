using System.Text.Json.Serialization;

namespace k8s.Models;

/// <summary>Versions and ids of a node.</summary>
public record V1NodeSystemInfo
{
    [JsonPropertyName("architecture")]
    public string Architecture { get; set; } = null!;

    [JsonPropertyName("bootID")]
    public string BootID { get; set; } = null!;

    [JsonPropertyName("containerRuntimeVersion")]
    public string ContainerRuntimeVersion { get; set; } = null!;

    [JsonPropertyName("kernelVersion")]
    public string KernelVersion { get; set; } = null!;

    [JsonPropertyName("kubeProxyVersion")]
    public string KubeProxyVersion { get; set; } = null!;

    [JsonPropertyName("kubeletVersion")]
    public string KubeletVersion { get; set; } = null!;

    [JsonPropertyName("machineID")]
    public string MachineID { get; set; } = null!;

    [JsonPropertyName("operatingSystem")]
    public string OperatingSystem { get; set; } = null!;

    [JsonPropertyName("osImage")]
    public string OsImage { get; set; } = null!;

    [JsonPropertyName("systemUUID")]
    public string SystemUUID { get; set; } = null!;
}
