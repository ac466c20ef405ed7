namespace Acceptance.Cloud.Kubernetes;

/// <summary>A container's status: a crash loop shows here and not in the pod's phase (FACTS 0.14).</summary>
public sealed record Container(
    string Name,
    string Image,
    bool Ready,
    int Restarts,
    State<WaitingReason> WaitingReason,
    State<TerminationReason> LastTerminationReason,
    DateTimeOffset? LastTerminated
);
