namespace Acceptance.Cloud.Sites;

/// <summary>
/// A core VIP: what it is called, where it is asked, and the codes that count as an answer (FACTS 8.11).
/// </summary>
public sealed record SiteEndpoint
{
    [Lifetime(Lifetime.PerSite)]
    [Form(Form.Name)]
    public required string Service { get; init; }

    [Lifetime(Lifetime.PerSite)]
    public required Uri Url { get; init; }

    [Lifetime(Lifetime.Fixed)]
    [Between(100, 599)]
    public required IReadOnlyList<int> Codes { get; init; }

    /// <summary>
    /// What the answer's body must hold somewhere (a regular expression), where a code alone does not tell who
    /// answered: radosgw greets everybody with 200 and XML. Null: any body.
    /// </summary>
    [Lifetime(Lifetime.Fixed)]
    [Form(Form.Pattern)]
    public string? Says { get; init; }
}
