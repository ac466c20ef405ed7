namespace Acceptance.Cloud.OpenStack;

/// <summary>operating_status of a load balancer (FACTS 8.7; Octavia's api-ref, general.inc).</summary>
public enum OperatingStatus
{
    [Word("ONLINE")]
    Online,

    [Word("OFFLINE")]
    Offline,

    [Word("DEGRADED")]
    Degraded,

    [Word("DRAINING")]
    Draining,

    [Word("NO_MONITOR")]
    NoMonitor,

    [Word("ERROR")]
    Error,
}
