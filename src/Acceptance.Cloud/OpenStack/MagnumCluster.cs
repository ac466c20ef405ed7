namespace Acceptance.Cloud.OpenStack;

/// <summary>A Magnum cluster (FACTS 8.8). HealthReason is empty when Magnum gives none; Status such as CREATE_COMPLETE.</summary>
public sealed record MagnumCluster(
    string Uuid,
    string Name,
    string Status,
    string? StatusReason,
    string? Health,
    IReadOnlyDictionary<string, string> HealthReason,
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
