namespace Acceptance.Cloud.Kubernetes;

/// <summary>`cluster status` of `k8s status` (FACTS 0.9).</summary>
public enum ManagementReadiness
{
    [Word("ready")]
    Ready,

    [Word("not ready")]
    NotReady,
}
