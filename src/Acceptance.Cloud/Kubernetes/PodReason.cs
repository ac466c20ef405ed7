namespace Acceptance.Cloud.Kubernetes;

/// <summary>
/// Why a pod ended that is listed still (status.reason): the kubelet ended it, and whoever owns it has made another
/// (kubernetes: pkg/kubelet/eviction, pkg/kubelet/nodeshutdown, pkg/kubelet/lifecycle, pkg/scheduler).
/// </summary>
public enum PodReason
{
    [Word("Evicted")]
    Evicted,

    /// <summary>By a node that shut down in good order.</summary>
    [Word("Terminated")]
    Terminated,

    [Word("NodeShutdown")]
    NodeShutdown,

    [Word("Shutdown")]
    Shutdown,

    [Word("NodeAffinity", "NodePorts", "NodeName", "NodeUnschedulable", "TaintToleration")]
    NotAdmitted,

    [Word("UnexpectedAdmissionError", "TopologyAffinityError")]
    NotPlaced,

    [Word("Preempting")]
    Preempting,
}
