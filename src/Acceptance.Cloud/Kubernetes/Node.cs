namespace Acceptance.Cloud.Kubernetes;

/// <summary>A node: its Ready condition (unsaid when absent), kubelet version, taint keys, role labels.</summary>
public sealed record Node(
    string Name,
    State<ConditionStatus> Ready,
    string KubeletVersion,
    IReadOnlyList<string> Taints,
    bool ControlPlane,
    IReadOnlyList<string> Addresses
);
