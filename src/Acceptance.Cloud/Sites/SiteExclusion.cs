namespace Acceptance.Cloud.Sites;

/// <summary>A catalog service left out on purpose, and why.</summary>
public sealed record SiteExclusion(
    [property: Lifetime(Lifetime.PerSite)] string Service,
    [property: Lifetime(Lifetime.PerSite)] string Because
);
