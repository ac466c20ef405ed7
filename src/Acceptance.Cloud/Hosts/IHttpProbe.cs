namespace Acceptance.Cloud.Hosts;

/// <summary>One HTTP question, TLS verified, on a connection of its own.</summary>
public interface IHttpProbe
{
    /// <summary>Asks; any HTTP answer is seen, whatever its code. Redirects are not followed.</summary>
    /// <param name="url">Where.</param>
    /// <param name="caPem">The CA that must sign the certificate; null: the site's CA.</param>
    Task<Reading<HttpAnswer>> Ask(Uri url, string? caPem = null, CancellationToken cancel = default);
}
