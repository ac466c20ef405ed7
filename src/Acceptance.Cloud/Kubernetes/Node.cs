namespace Acceptance.Cloud.Kubernetes;

/// <summary>A node: its Ready condition ("True", "False", "Unknown"; empty when absent), kubelet version, taint keys, role labels.</summary>
public sealed record Node(
    string Name,
    string Ready,
    string KubeletVersion,
    IReadOnlyList<string> Taints,
    bool ControlPlane,
    IReadOnlyList<string> Addresses
);
