namespace Acceptance.Cloud.Sites;

/// <summary>A catalog service left out on purpose, and why.</summary>
public sealed record SiteExclusion(
    [property: Lifetime(Lifetime.PerSite), Form(Form.Name)] string Service,
    [property: Lifetime(Lifetime.PerSite), Form(Form.Prose)] string Because
);
