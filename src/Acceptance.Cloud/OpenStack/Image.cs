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
    public State<ImageVisibility> Visibility { get; init; }

    /// <summary>The project that it belongs to; null where none is told.</summary>
    public string? OwnerId { get; init; }

    /// <summary>Only its owner's project means it: to an administrator it is listed all the same.</summary>
    public bool IsPrivate => Visibility.Is(ImageVisibility.Private);
}
