namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>
/// A row of Octavia's amphora table. Its server is Nova's, named amphora-ID, in the services project.
/// </summary>
internal sealed class Amphora
{
    public required string Id { get; init; }

    public required string LoadBalancerId { get; init; }

    public string? ComputeId { get; internal set; }

    public string? LbNetworkIp { get; internal set; }

    public string? VrrpIp { get; internal set; }

    public string? VrrpPortId { get; internal set; }

    public string? HaIp { get; internal set; }

    public string? HaPortId { get; internal set; }

    /// <summary>STANDALONE once allocated; null before.</summary>
    public string? Role { get; internal set; }

    public AmphoraStatus Status { get; internal set; } = AmphoraStatus.PendingCreate;

    public DateTimeOffset CertExpiration { get; internal set; }

    public string? CachedZone { get; internal set; }

    public string? ImageId { get; internal set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; internal set; }

    public string ServerName => $"amphora-{Id}";
}
