namespace Acceptance.Cloud.OpenStack;

/// <summary>
/// A Glance image with its own properties (kube_version, os_distro ... are top-level keys on the wire).
/// </summary>
public sealed record Image(
    string Id,
    string Name,
    State<ImageStatus> Status,
    string? DiskFormat,
    DateTimeOffset Created,
    IReadOnlyDictionary<string, string> Properties
)
{
    /// <summary>The project's id; empty where Glance says none.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Only its owner's project means it: to an administrator it is listed all the same.</summary>
    public bool IsPrivate { get; init; }
}
