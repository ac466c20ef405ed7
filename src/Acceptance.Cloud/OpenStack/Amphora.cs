namespace Acceptance.Cloud.OpenStack;

/// <summary>
/// An amphora: the load balancer it carries and the Nova server it is (ComputeId), STANDALONE, MASTER or BACKUP;
/// allocated when it serves.
/// </summary>
public sealed record Amphora(
    string Id,
    string? LoadBalancerId,
    string? ComputeId,
    string? Role,
    State<AmphoraStatus> Status,
    DateTimeOffset? Created
)
{
    /// <summary>When Octavia last wrote its row; null where it was never changed.</summary>
    public DateTimeOffset? Updated { get; init; }
}
