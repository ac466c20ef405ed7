using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Acceptance.Cloud.Live.Transport;

/// <summary>
/// What a platform may still take and nobody should: a certificate that names no server but in its CN, one that is
/// signed with a broken hash, one with a key that can be factored.
/// </summary>
internal static class WeakCertificate
{
    private const int ShortestRsa = 2048;

    /// <summary>The signature algorithms whose hash is MD5 or SHA-1.</summary>
    private static readonly Dictionary<string, string> Broken = new(StringComparer.Ordinal)
    {
        ["1.2.840.113549.1.1.4"] = "MD5",
        ["1.2.840.113549.1.1.5"] = "SHA-1",
        ["1.3.14.3.2.29"] = "SHA-1",
        ["1.2.840.10040.4.3"] = "SHA-1",
        ["1.2.840.10045.4.1"] = "SHA-1",
    };

    /// <summary>The sentence about it; null where there is nothing to say.</summary>
    public static string? In(string host, X509Certificate2 certificate, X509Chain? chain) =>
        Unnamed(host, certificate)
        ?? Links(certificate, chain)
            .Select(link => Weak(link.Equals(certificate) ? $"The certificate of {host}" : Signer(link, host), link))
            .FirstOrDefault(weak => weak is not null);

    /// <summary>The addresses and names that it is for.</summary>
    public static IReadOnlyList<string> Names(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault() is { } alternative
            ?
            [
                .. alternative
                    .EnumerateDnsNames()
                    .Select(name => IPAddress.TryParse(name, out _) ? $"a host called {name}" : name),
                .. alternative.EnumerateIPAddresses().Select(address => address.ToString()),
            ]
            : [];

    private static string Signer(X509Certificate2 link, string host) =>
        $"{link.Subject}, which signs the certificate of {host},";

    private static string? Unnamed(string host, X509Certificate2 certificate) =>
        Names(certificate).Count == 0
            ? $"The certificate of {host} has no subject alternative name (its subject {certificate.Subject} names no "
                + "server): have it issued with this address."
            : null;

    private static string? Weak(string whose, X509Certificate2 link)
    {
        if (Broken.TryGetValue(link.SignatureAlgorithm.Value ?? "", out var hash))
            return $"{whose} is signed with {hash}, which can be forged: have it reissued with SHA-256.";
        using var rsa = link.PublicKey.GetRSAPublicKey();
        return rsa?.KeySize < ShortestRsa
            ? $"{whose} has an RSA key of {rsa.KeySize} bits, which can be broken: have it reissued with "
                + $"{ShortestRsa} or more."
            : null;
    }

    /// <summary>The certificate and what signs it, but for the root: nobody believes that for its signature.</summary>
    private static IEnumerable<X509Certificate2> Links(X509Certificate2 certificate, X509Chain? chain) =>
        chain is { ChainElements.Count: > 1 } whole
            ? whole.ChainElements.SkipLast(1).Select(element => element.Certificate)
            : [certificate];
}
