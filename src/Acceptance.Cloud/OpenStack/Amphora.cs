namespace Acceptance.Cloud.OpenStack;

/// <summary>An amphora: the load balancer it carries and the Nova server it is (ComputeId), STANDALONE, MASTER or BACKUP, ALLOCATED when it serves.</summary>
public sealed record Amphora(
    string Id,
    string? LoadBalancerId,
    string? ComputeId,
    string? Role,
    string Status,
    DateTimeOffset? Created
);
