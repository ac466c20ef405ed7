using System.Collections.Frozen;

namespace Acceptance.Cloud.Kubernetes;

/// <summary>A condition of an object.</summary>
public sealed record Condition(string Type, State<ConditionStatus> Status, string Reason, string Message)
{
    /// <summary>
    /// The types that say what goes on, and are False while nothing does: negative polarity
    /// (kubernetes-sigs/cluster-api: docs/proposals/20240916-improve-status-in-CAPI-resources.md; FACTS 8.9). All
    /// others are True when all is well.
    /// </summary>
    private static readonly FrozenSet<string> FalseWhenWell = FrozenSet.Create(
        StringComparer.Ordinal,
        "Deleting",
        "Paused",
        "Remediating",
        "RollingOut",
        "ScalingDown",
        "ScalingUp",
        "Updating"
    );

    /// <summary>It says that all is well; one that is Unknown does not.</summary>
    public bool IsWell => Status.Is(FalseWhenWell.Contains(Type) ? ConditionStatus.False : ConditionStatus.True);

    /// <summary>The one that sums up the others: Ready, and Available of what serves (v1beta2).</summary>
    public bool IsSummary => Type is "Ready" or "Available";

    /// <summary>Somebody has told Cluster API to do nothing for the object.</summary>
    public bool IsPause => Type == "Paused" && Status.Is(ConditionStatus.True);
}
