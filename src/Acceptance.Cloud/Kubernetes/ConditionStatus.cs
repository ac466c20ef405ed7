namespace Acceptance.Cloud.Kubernetes;

/// <summary>Status of a condition (the Kubernetes API's ConditionStatus).</summary>
public enum ConditionStatus
{
    [Word("True")]
    True,

    [Word("False")]
    False,

    [Word("Unknown")]
    Unknown,
}
