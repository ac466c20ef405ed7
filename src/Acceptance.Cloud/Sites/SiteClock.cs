namespace Acceptance.Cloud.Sites;

/// <summary>Whose clock the site goes by: the system's, or (At) one that is asked and slept on over HTTP.</summary>
public sealed record SiteClock
{
    [Lifetime(Lifetime.PerSite)]
    public Uri? At { get; init; }
}
