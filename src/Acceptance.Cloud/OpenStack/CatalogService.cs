namespace Acceptance.Cloud.OpenStack;

/// <summary>A catalog entry: type ("identity"), name ("keystone"), its public URL; null where it has none.</summary>
public sealed record CatalogService(string Type, string Name, Uri? Public)
{
    /// <summary>Where it has a public endpoint, whichever region was asked in.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];
}
