namespace Acceptance.Cloud.OpenStack;

/// <summary>
/// What health_status_reason says of one component of a cluster (FACTS 8.8; the driver's common/capi_monitor.py). A
/// failure's own message is unrecognised.
/// </summary>
public enum ComponentHealth
{
    [Word("Ready")]
    Ready,

    [Word("Infrastructure not ready.")]
    NotReady,

    [Word("Infrastructure resource not found.")]
    InfrastructureNotFound,

    /// <summary>The cluster, its control plane or a node group.</summary>
    [Word("* resource not found.")]
    NotFound,

    /// <summary>For conditions, which are listed.</summary>
    [Word("Waiting on *", "* waiting on *")]
    Waiting,
}
