namespace Acceptance.Cloud.Sites;

/// <summary>
/// How long transport may take, in wall time, where the product's own deadlines are too short or too long for a site.
/// What the cloud itself takes stands in $.budgets.
/// </summary>
public sealed record SiteDeadlines
{
    /// <summary>TCP connect and TLS handshake; 10 s where the site says nothing.</summary>
    [Lifetime(Lifetime.PerSite)]
    public TimeSpan? Connect { get; init; }

    /// <summary>From a request to the end of its answer; 60 s where the site says nothing.</summary>
    [Lifetime(Lifetime.PerSite)]
    public TimeSpan? Answer { get; init; }

    /// <summary>
    /// A program that only reads (juju status of a model of a thousand units); 60 s where the site says nothing.
    /// </summary>
    [Lifetime(Lifetime.PerSite)]
    public TimeSpan? Command { get; init; }

    /// <summary>A command line on another host, or on many units at once; 120 s where the site says nothing.</summary>
    [Lifetime(Lifetime.PerSite)]
    public TimeSpan? Remote { get; init; }
}
