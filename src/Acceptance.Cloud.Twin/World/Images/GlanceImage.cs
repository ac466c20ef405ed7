namespace Acceptance.Cloud.Twin.World.Images;

/// <summary>An image of Glance. Sizes are bytes; hashes are of what was really uploaded.</summary>
internal sealed class GlanceImage
{
    public required string Id { get; init; }

    public string? Name { get; set; }

    /// <summary>queued, uploading, importing, active.</summary>
    public string Status { get; set; } = "queued";

    public string? DiskFormat { get; set; }

    public string? ContainerFormat { get; set; }

    /// <summary>public, shared, private, community.</summary>
    public string Visibility { get; set; } = "shared";

    public required string OwnerId { get; set; }

    public bool Protected { get; set; }

    public bool Hidden { get; set; }

    public int MinDiskGb { get; set; }

    public int MinRamMb { get; set; }

    public long? Size { get; set; }

    public long? VirtualSize { get; set; }

    public string? Md5 { get; set; }

    public string? Sha512 { get; set; }

    public byte[]? Data { get; set; }

    /// <summary>What waits at stage for its import.</summary>
    public byte[]? Staged { get; set; }

    /// <summary>os_distro, kube_version and whatever else the operator wrote, in the order of writing.</summary>
    public OrderedDictionary<string, string> Properties { get; } = [];

    public List<string> Tags { get; } = [];

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public override string ToString() => Name ?? Id;
}
