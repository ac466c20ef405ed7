namespace Acceptance.Cloud.Sites;

/// <summary>
/// What somebody answers for until a date: an item of the bar (D-011.7, D-011.8), or a known issue, wherever it is
/// found or at one victim.
/// </summary>
public sealed record SiteWaiver
{
    /// <summary>The tag of the waived scenario (D-011.8), or the id or an alias of a known issue (D-045).</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Gate)]
    public required string Item { get; init; }

    /// <summary>Of a known issue: whom a finding names. Null: whoever it is.</summary>
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Prose)]
    public string? Victim { get; init; }

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
