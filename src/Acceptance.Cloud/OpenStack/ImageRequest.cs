namespace Acceptance.Cloud.OpenStack;

/// <summary>A new image record: container format bare.</summary>
public sealed record ImageRequest(
    string Name,
    string DiskFormat,
    ImageVisibility Visibility,
    IReadOnlyDictionary<string, string> Properties
);
