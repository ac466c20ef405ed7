namespace Acceptance.Cloud.Kubernetes;

/// <summary>Why a container waits (the kubelet's container and image errors).</summary>
public enum WaitingReason
{
    [Word("ContainerCreating")]
    ContainerCreating,

    [Word("PodInitializing")]
    PodInitializing,

    [Word("CrashLoopBackOff")]
    CrashLoopBackOff,

    [Word("ImagePullBackOff")]
    ImagePullBackOff,

    [Word("ErrImagePull")]
    ErrImagePull,

    [Word("ErrImageNeverPull")]
    ErrImageNeverPull,

    [Word("InvalidImageName")]
    InvalidImageName,

    [Word("ImageInspectError")]
    ImageInspectError,

    [Word("RegistryUnavailable")]
    RegistryUnavailable,

    [Word("SignatureValidationFailed")]
    SignatureValidationFailed,

    [Word("CreateContainerConfigError")]
    CreateContainerConfigError,

    [Word("CreateContainerError")]
    CreateContainerError,

    [Word("PreCreateHookError")]
    PreCreateHookError,

    [Word("PreStartHookError")]
    PreStartHookError,

    [Word("PostStartHookError")]
    PostStartHookError,

    [Word("RunContainerError")]
    RunContainerError,
}
