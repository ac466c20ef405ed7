namespace Acceptance.Cloud.Kubernetes;

/// <summary>A pod with its containers (init containers that finished are not among them).</summary>
public sealed record Pod(
    string Namespace,
    string Name,
    State<PodPhase> Phase,
    string? Node,
    IReadOnlyDictionary<string, string> Labels,
    IReadOnlyList<Container> Containers
)
{
    /// <summary>Why it ended, where the kubelet ended it.</summary>
    public State<PodReason> Reason { get; init; }

    /// <summary>The Job that it is a try of; null where it is none's.</summary>
    public string? Job =>
        Labels.GetValueOrDefault("batch.kubernetes.io/job-name") ?? Labels.GetValueOrDefault("job-name");

    /// <summary>
    /// A tombstone: the kubelet ended it, it is listed until it is collected, and no controller counts it any more.
    /// </summary>
    public bool IsTombstone => Phase.Is(PodPhase.Failed) && Reason.Known is not null;
}
