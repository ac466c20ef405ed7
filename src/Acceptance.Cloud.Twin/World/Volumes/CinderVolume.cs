namespace Acceptance.Cloud.Twin.World.Volumes;

/// <summary>A volume of a project. The size is in GiB.</summary>
public sealed class CinderVolume
{
    public required string Id { get; init; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public required string ProjectId { get; init; }

    public required string UserId { get; init; }

    public required int SizeGb { get; init; }

    /// <summary>creating, available, deleting.</summary>
    public string Status { get; set; } = "creating";

    public OrderedDictionary<string, string> Metadata { get; } = [];

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
