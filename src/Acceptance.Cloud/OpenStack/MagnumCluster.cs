namespace Acceptance.Cloud.OpenStack;

/// <summary>
/// A Magnum cluster (FACTS 8.8). HealthReason is empty when Magnum gives none; else component -> how it is.
/// </summary>
public sealed record MagnumCluster(
    string Uuid,
    string Name,
    State<ClusterStatus> Status,
    string? StatusReason,
    State<ClusterHealthStatus> Health,
    IReadOnlyDictionary<string, State<ComponentHealth>> HealthReason,
    string? ApiAddress,
    int Masters,
    int Workers,
    string TemplateId,
    string? StackId,
    string ProjectId,
    string UserId,
    IReadOnlyDictionary<string, string> Labels,
    DateTimeOffset Created
)
{
    /// <summary>What failed within it, node group by node group, in Magnum's words.</summary>
    public IReadOnlyDictionary<string, string> Faults { get; init; } = new Dictionary<string, string>();

    /// <summary>Why it is as it is: the reason, and the words of what failed.</summary>
    public string Reason =>
        Faults.Count == 0
            ? StatusReason ?? "no reason given"
            : $"{StatusReason ?? "no reason given"} "
                + $"({string.Join("; ", Faults.Select(one => $"{one.Key}: {one.Value}"))})";
}
