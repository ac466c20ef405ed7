namespace Acceptance.Cloud.Sites;

/// <summary>A catalog service left out on purpose, and why.</summary>
public sealed record SiteExclusion(string Service, string Because);
