namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>What asks a pool's members whether they live.</summary>
internal sealed class OctaviaHealthMonitor : OctaviaResource
{
    /// <summary>TCP, HTTP, HTTPS, PING, TLS-HELLO, UDP-CONNECT.</summary>
    public required string Type { get; init; }

    public int Delay { get; set; } = 5;

    public int Timeout { get; set; } = 3;

    public int MaxRetries { get; set; } = 3;

    public string? UrlPath { get; set; }
}
