using Acceptance.Cloud.Spelling;

namespace Acceptance.Cloud.Twin.Personas.Nginx;

/// <summary>A directive of a vhost that proxies: where it may stand, and how many arguments it takes.</summary>
/// <param name="Name">"proxy_pass".</param>
/// <param name="In">The blocks in which it may stand: "http", "server", "location".</param>
/// <param name="Least">Its fewest arguments.</param>
/// <param name="Most">Its most arguments.</param>
internal sealed record NginxDirective(string Name, string[] In, int Least, int Most)
{
    /// <summary>How far from a known word a word may be and still be a slip of the hand.</summary>
    private const int Slip = 2;

    private static readonly string[] Server = ["server"];
    private static readonly string[] Location = ["location"];
    private static readonly string[] Both = ["server", "location"];

    /// <summary>All that the twin judges.</summary>
    public static IReadOnlyList<NginxDirective> All { get; } =
    [
        new("server", ["http"], 0, 0),
        new("location", Both, 1, 2),
        new("listen", Server, 1, 7),
        new("server_name", Server, 1, 7),
        new("ssl_certificate", Server, 1, 1),
        new("ssl_certificate_key", Server, 1, 1),
        new("proxy_pass", Location, 1, 1),
        new("proxy_redirect", Both, 1, 2),
        new("proxy_set_header", Both, 2, 2),
        new("proxy_ssl_certificate", Both, 1, 1),
        new("proxy_ssl_certificate_key", Both, 1, 1),
        new("proxy_ssl_ciphers", Both, 1, 1),
        new("proxy_ssl_name", Both, 1, 1),
        new("proxy_ssl_protocols", Both, 1, 7),
        new("proxy_ssl_server_name", Both, 1, 1),
        new("proxy_ssl_session_reuse", Both, 1, 1),
        new("proxy_ssl_trusted_certificate", Both, 1, 1),
        new("proxy_ssl_verify", Both, 1, 1),
        new("proxy_ssl_verify_depth", Both, 1, 1),
    ];

    public bool Opens => Name is "server" or "location";

    /// <summary>"on" or "off".</summary>
    public bool IsFlag => Name is "proxy_ssl_server_name" or "proxy_ssl_session_reuse" or "proxy_ssl_verify";

    /// <summary>It may stand more than once in a block.</summary>
    public bool Repeats =>
        Opens || Name is "listen" or "server_name" or "ssl_certificate" or "ssl_certificate_key" or "proxy_set_header";

    /// <summary>
    /// The directive of that name; null where the word is a slip of the hand, which nginx does not know either.
    /// </summary>
    /// <exception cref="NotEmulatedException">
    /// Any other word: most of nginx's own are none of a proxy's vhost.
    /// </exception>
    public static NginxDirective? Known(string word) =>
        All.FirstOrDefault(one => one.Name == word)
        ?? (
            All.Any(one => EditDistance.Between(one.Name, word) <= Slip)
                ? null
                : throw new NotEmulatedException($"the judgement of nginx's {word}")
        );
}
