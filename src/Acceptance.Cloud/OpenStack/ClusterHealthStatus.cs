namespace Acceptance.Cloud.OpenStack;

/// <summary>health_status of a cluster (FACTS 8.8); Magnum polls it, and says nothing at first.</summary>
public enum ClusterHealthStatus
{
    [Word("HEALTHY")]
    Healthy,

    [Word("UNHEALTHY")]
    Unhealthy,

    [Word("UNKNOWN")]
    Unknown,
}
