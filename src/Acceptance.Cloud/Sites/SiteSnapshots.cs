namespace Acceptance.Cloud.Sites;

/// <summary>The snapshot baseline of D-012: tags, and the moments they must lie between.</summary>
public sealed record SiteSnapshots
{
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Name)]
    public required string First { get; init; }

    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Name)]
    public required string Second { get; init; }
}
