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
);
