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
);
