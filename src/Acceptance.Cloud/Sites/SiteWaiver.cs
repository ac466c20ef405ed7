namespace Acceptance.Cloud.Sites;

/// <summary>A gate that somebody answers for until a date (D-011.7, D-011.8, or the operator's own).</summary>
public sealed record SiteWaiver
{
    /// <summary>The tag of the waived scenario, e.g. D-011.8.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Gate)]
    public required string Item { get; init; }

    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Prose)]
    public required string Owner { get; init; }

    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Prose)]
    public required string Reason { get; init; }

    /// <summary>On the cloud's clock.</summary>
    [Lifetime(Lifetime.PerSite)]
    public required DateTimeOffset Expires { get; init; }
}
