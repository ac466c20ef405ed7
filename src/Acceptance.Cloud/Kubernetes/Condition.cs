namespace Acceptance.Cloud.Kubernetes;

/// <summary>A condition of an object.</summary>
public sealed record Condition(string Type, State<ConditionStatus> Status, string Reason, string Message)
{
    /// <summary>The one that sums up the others.</summary>
    public bool IsSummary => Type == "Ready";
}
