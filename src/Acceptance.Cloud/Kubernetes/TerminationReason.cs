namespace Acceptance.Cloud.Kubernetes;

/// <summary>Why a container ended (the kubelet and the container runtimes).</summary>
public enum TerminationReason
{
    [Word("Completed")]
    Completed,

    [Word("Error")]
    Error,

    [Word("OOMKilled")]
    OutOfMemory,

    [Word("ContainerCannotRun")]
    ContainerCannotRun,

    [Word("StartError")]
    StartError,

    [Word("DeadlineExceeded")]
    DeadlineExceeded,

    [Word("Evicted")]
    Evicted,

    [Word("ContainerStatusUnknown")]
    ContainerStatusUnknown,
}
