namespace Acceptance.Cloud.Kubernetes;

/// <summary>Phase of a pod (the Kubernetes API's PodPhase).</summary>
public enum PodPhase
{
    [Word("Pending")]
    Pending,

    [Word("Running")]
    Running,

    [Word("Succeeded")]
    Succeeded,

    [Word("Failed")]
    Failed,

    [Word("Unknown")]
    Unknown,
}
