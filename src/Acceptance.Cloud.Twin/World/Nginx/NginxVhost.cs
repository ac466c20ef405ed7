using System.Net;

namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>A server of nginx that passes all it is asked to another, as a worker read it.</summary>
/// <param name="Port">Where it listens, in plain HTTP.</param>
/// <param name="Pass">Whom it passes to.</param>
internal sealed record NginxVhost(int Port, Uri Pass)
{
    /// <summary>proxy_ssl_verify: off by default, so that whoever answers is believed.</summary>
    public bool Verify { get; init; }

    /// <summary>proxy_ssl_trusted_certificate.</summary>
    public string? Trusted { get; init; }

    /// <summary>proxy_ssl_name.</summary>
    public string? Name { get; init; }

    /// <summary>proxy_ssl_server_name: without it the name is compared, and not sent.</summary>
    public bool SendsName { get; init; }

    /// <summary>proxy_set_header; values hold nginx's variables.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>proxy_redirect, with both of its words.</summary>
    public IReadOnlyList<(string From, string To)> Redirects { get; init; } = [];

    /// <summary>The name that a certificate must have: an address is a name like any other to nginx.</summary>
    public string Expected => Name ?? Pass.Host;

    /// <summary>The name that is sent in the handshake; null: none.</summary>
    public string? Sent => SendsName && !IPAddress.TryParse(Expected, out _) ? Expected : null;

    /// <summary>A header's value of one request; nginx itself sends the upstream's address as Host.</summary>
    public string? Header(string name, string asked) =>
        Headers.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value is { } value
            ? value
                .Replace("$http_host", asked, StringComparison.Ordinal)
                .Replace("$host", asked.Split(':')[0], StringComparison.Ordinal)
                .Replace("$scheme", "http", StringComparison.Ordinal)
        : name == "Host" ? Pass.Authority
        : null;

    /// <summary>Where its client is sent, where the upstream sends it to that location.</summary>
    public string Rewritten(string location) =>
        Redirects.FirstOrDefault(one => location.StartsWith(one.From, StringComparison.Ordinal))
            is { From: { } from } to
            ? to.To + location[from.Length..]
            : location;
}
