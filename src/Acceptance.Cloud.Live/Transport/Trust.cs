using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Acceptance.Cloud.Live.Transport;

/// <summary>
/// Which servers are believed: those whose certificate one CA signs, or, without a CA, those that the system believes.
/// </summary>
/// <param name="Authorities">The CA's certificates; empty: the system's.</param>
/// <param name="Name">What the CA is called in a sentence, e.g. its file.</param>
internal sealed record Trust(X509Certificate2Collection Authorities, string Name)
{
    public static Trust System { get; } = new([], "the system's CAs");

    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>Whoever answers is believed: a kubeconfig says so and the site allows it.</summary>
    public static Trust Anyone { get; } = new([], "nobody") { Verifies = false };

    /// <summary>Whether a certificate is looked at.</summary>
    public bool Verifies { get; private init; } = true;

    /// <summary>
    /// The TLS of a client that verifies against this trust. Revocation is not asked: a private CA publishes no list.
    /// </summary>
    public SslClientAuthenticationOptions Tls() =>
        new()
        {
            RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
                Verify((sender as SslStream)?.TargetHostName ?? "", certificate as X509Certificate2, chain, errors),
            CertificateChainPolicy = Policy(),
            // The Kubernetes client adds a kubeconfig's own certificate to it, and makes no collection itself.
            ClientCertificates = [],
        };

    private X509ChainPolicy Policy()
    {
        var policy = new X509ChainPolicy
        {
            RevocationMode = X509RevocationMode.NoCheck,
            DisableCertificateDownloads = true,
            ApplicationPolicy = { new Oid(ServerAuthentication) },
        };
        if (Authorities.Count == 0)
            return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        foreach (var authority in Authorities)
        {
            var isRoot = authority.SubjectName.RawData.AsSpan().SequenceEqual(authority.IssuerName.RawData);
            (isRoot ? policy.CustomTrustStore : policy.ExtraStore).Add(authority);
        }

        return policy;
    }

    private bool Verify(string host, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (!Verifies)
            return true;
        if (certificate is null)
            throw new UntrustedCertificateException($"{host} showed no certificate.");
        return Wrong(host, certificate, chain, errors) is { } wrong
            ? throw new UntrustedCertificateException(wrong)
            : true;
    }

    private string? Wrong(string host, X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if ((Dated(host, certificate, chain) ?? WeakCertificate.In(host, certificate, chain)) is { } wrong)
            return wrong;
        if (chain?.ChainStatus.Any(status => status.Status.HasFlag(X509ChainStatusFlags.NotValidForUsage)) == true)
            return $"The certificate of {host} is not for a server (its extended key usage says what it is for): "
                + "have one issued for serverAuth.";
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            return $"The certificate of {host} (issued by {certificate.Issuer}) is not signed by {Name}: "
                + "a stale CA file, or a service that was not given a new certificate.";
        // The platform falls back to the CN where no alternative name fits.
        return
            errors == SslPolicyErrors.None
            && certificate.MatchesHostname(host, allowWildcards: true, allowCommonName: false)
            ? null
            : $"The certificate of {host} is for {string.Join(", ", WeakCertificate.Names(certificate))} "
                + $"and not for {host}: ask at a name it is for, or have it issued with this address.";
    }

    private static string? Dated(string host, X509Certificate2 certificate, X509Chain? chain)
    {
        if (chain?.ChainStatus.Any(status => status.Status.HasFlag(X509ChainStatusFlags.NotTimeValid)) != true)
            return null;
        var link =
            chain
                .ChainElements.FirstOrDefault(element =>
                    element.ChainElementStatus.Any(status => status.Status == X509ChainStatusFlags.NotTimeValid)
                )
                ?.Certificate
            ?? certificate;
        var whose = link.Equals(certificate)
            ? $"The certificate of {host}"
            : $"{link.Subject}, which signs the certificate of {host},";
        return link.NotBefore > chain.ChainPolicy.VerificationTime
            ? $"{whose} is not valid before {link.NotBefore.ToUniversalTime():yyyy-MM-dd HH:mm} UTC: "
                + "a clock is wrong, or it was issued ahead."
            : $"{whose} expired on {link.NotAfter.ToUniversalTime():yyyy-MM-dd HH:mm} UTC: have it reissued.";
    }
}
