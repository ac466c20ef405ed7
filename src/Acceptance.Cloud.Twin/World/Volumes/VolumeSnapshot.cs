namespace Acceptance.Cloud.Twin.World.Volumes;

/// <summary>A snapshot of a volume: while there is one, the volume cannot go.</summary>
public sealed class VolumeSnapshot
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public required CinderVolume Volume { get; init; }

    /// <summary>creating, available, deleting.</summary>
    public string Status { get; set; } = "creating";

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
