using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Hosts;

/// <summary>
/// What a browser meets that begins at a proxy's address: answer after answer, while it is kept there.
/// </summary>
public sealed record ProxyVisit(SiteProxy Proxy, IReadOnlyList<Reading<ProxyStep>> Steps)
{
    /// <summary>A browser gives up later; who is sent so often to the same address goes in a circle.</summary>
    public const int MostSteps = 6;

    public Reading<ProxyStep> Last => Steps[^1];
}
