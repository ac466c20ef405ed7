using System.Net;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;

namespace Acceptance.Cloud.Live.Transport;

/// <summary>
/// Where a credential may go: to hosts that the site knows (its endpoints, its list of hosts, the host of the auth
/// URL), by https. What a catalog or a cluster's kubeconfig says beyond that is told, and gets nothing.
/// </summary>
/// <param name="site">The site.</param>
/// <param name="authUrl">Where the credential itself says that Keystone is; null where it was not read.</param>
internal sealed class KnownHosts(Site site, Uri? authUrl)
{
    private readonly HashSet<string> _named =
    [
        .. site
            .Endpoints.Select(endpoint => endpoint.Url)
            .Concat(new[] { authUrl, site.Management?.ReachableFromTenant }.OfType<Uri>())
            .Select(Name),
    ];

    /// <summary>Why nothing may be sent there; null where it may.</summary>
    /// <param name="who">Who names the address: "The catalog's compute service".</param>
    public string? Refusal(string who, Uri at) => Unknown(who, at) ?? Plain(who, at);

    /// <summary>Whether it would travel in clear and the site does not allow that; its host is known.</summary>
    public string? Plain(string who, Uri at) =>
        IsPlain(at) && site.Credentials.PlainHttp != "allowed"
            ? $"{who} is at {Shown(at)}, where a credential would travel in clear, so none is sent: have it speak "
                + "https, or have the site say credentials.plainHttp: \"allowed\""
            : null;

    /// <summary>What the site allows and a verdict must say; null: nothing.</summary>
    public Sentence? Reservation(Uri at) =>
        IsPlain(at) ? (Sentence)$"{at.Authority} was asked over plain HTTP, which the site allows" : null;

    private string? Unknown(string who, Uri at) =>
        _named.Contains(Name(at)) || site.Credentials.Hosts.Any(host => Holds(host, Name(at)))
            ? null
            : $"{who} is at {Shown(at)}, a host that the site does not know, so no credential is sent there: name "
                + $"{Name(at)} in $.endpoints or in $.credentials.hosts if it is the cloud's, else correct who says so";

    private static bool IsPlain(Uri at) => at.Scheme != Uri.UriSchemeHttps && !at.IsLoopback;

    private static bool Holds(string known, string host) =>
        known[0] == '.' ? host.EndsWith(known, StringComparison.OrdinalIgnoreCase)
        : known.Contains('/') ? IPNetwork.TryParse(known, out var net) && IsIn(net, host)
        : IPAddress.TryParse(known, out var address) ? IPAddress.TryParse(host, out var asked) && asked.Equals(address)
        : string.Equals(known.TrimEnd('.'), host, StringComparison.OrdinalIgnoreCase);

    private static bool IsIn(IPNetwork net, string host) =>
        IPAddress.TryParse(host, out var asked)
        && asked.AddressFamily == net.BaseAddress.AddressFamily
        && net.Contains(asked);

    /// <summary>As it is compared: no brackets, no dot at its end, small letters.</summary>
    private static string Name(Uri at) => at.IdnHost.Trim('[', ']').TrimEnd('.').ToLowerInvariant();

    private static string Shown(Uri at) => Bounds.Quote(at.GetLeftPart(UriPartial.Path));
}
