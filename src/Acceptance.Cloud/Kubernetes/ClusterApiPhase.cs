namespace Acceptance.Cloud.Kubernetes;

/// <summary>
/// Phase of an object of Cluster API's: cluster, machine, machine deployment (its api/v1beta1, *_phase_types.go).
/// </summary>
public enum ClusterApiPhase
{
    [Word("Pending")]
    Pending,

    [Word("Provisioning")]
    Provisioning,

    [Word("Provisioned")]
    Provisioned,

    [Word("Running")]
    Running,

    [Word("ScalingUp")]
    ScalingUp,

    [Word("ScalingDown")]
    ScalingDown,

    [Word("Updating")]
    Updating,

    [Word("Deleting")]
    Deleting,

    [Word("Deleted")]
    Deleted,

    [Word("Failed")]
    Failed,

    [Word("Unknown")]
    Unknown,
}
