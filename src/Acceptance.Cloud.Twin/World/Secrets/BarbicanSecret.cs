namespace Acceptance.Cloud.Twin.World.Secrets;

/// <summary>A secret of a project: what is known of it, and its payload.</summary>
public sealed class BarbicanSecret
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public required string ProjectId { get; init; }

    public required string CreatorId { get; init; }

    public string Type { get; init; } = "opaque";

    public string? Algorithm { get; init; }

    public int? BitLength { get; init; }

    public string? Mode { get; init; }

    public byte[]? Payload { get; init; }

    public string? ContentType { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
