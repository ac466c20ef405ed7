using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// The twin's certificate authorities: Vault's root and one per Kubernetes cluster.
/// Made at start, never stored in the repository.
/// </summary>
internal sealed class Pki
{
    private readonly DateTimeOffset _start;

    public Pki(DateTimeOffset start)
    {
        _start = start;
        VaultRoot = Authority("Vault Root Certificate Authority (charm-pki-local)");
    }

    public X509Certificate2 VaultRoot { get; }

    /// <summary>A new self-signed authority with its key.</summary>
    public X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true)
        );
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(Earliest, Latest);
    }

    /// <summary>
    /// A server certificate for addresses (IP SANs) and names (DNS SANs), signed by <paramref name="authority"/>.
    /// </summary>
    public X509Certificate2 Server(
        X509Certificate2 authority,
        string commonName,
        IEnumerable<string> addresses,
        IEnumerable<string> names
    )
    {
        var sans = new SubjectAlternativeNameBuilder();
        foreach (var address in addresses)
            sans.AddIpAddress(IPAddress.Parse(address));
        foreach (var name in names)
            sans.AddDnsName(name);
        return Leaf(authority, $"CN={commonName}", "1.3.6.1.5.5.7.3.1", sans.Build());
    }

    /// <summary>A client certificate: CN is the Kubernetes user, O its group.</summary>
    public X509Certificate2 Client(X509Certificate2 authority, string user, string group) =>
        Leaf(authority, $"O={group}, CN={user}", "1.3.6.1.5.5.7.3.2", null);

    /// <summary>Signs a request as it stands (subject and key are the asker's), for a client.</summary>
    public string SignClient(X509Certificate2 authority, string requestPem)
    {
        var request = CertificateRequest.LoadSigningRequestPem(
            requestPem,
            HashAlgorithmName.SHA256,
            signerSignaturePadding: RSASignaturePadding.Pkcs1
        );
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.2")], false));
        using var key = authority.GetECDsaPrivateKey()!;
        using var signed = request.Create(
            authority.SubjectName,
            X509SignatureGenerator.CreateForECDsa(key),
            Earliest.AddDays(1),
            Latest.AddDays(-1),
            RandomNumberGenerator.GetBytes(12)
        );
        return signed.ExportCertificatePem();
    }

    // Virtual time may start anywhere; a real client judges validity by the machine's own clock,
    // so both must fall inside.
    private DateTimeOffset Earliest => new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private DateTimeOffset Latest => _start.AddYears(20);

    private X509Certificate2 Leaf(X509Certificate2 authority, string subject, string usage, X509Extension? sans)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, false));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(usage)], false));
        request.CertificateExtensions.Add(
            X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false)
        );
        if (sans is not null)
            request.CertificateExtensions.Add(sans);
        using var bare = request.Create(
            authority,
            Earliest.AddDays(1),
            Latest.AddDays(-1),
            RandomNumberGenerator.GetBytes(12)
        );
        // No way round by PKCS#12: its key derivation would be most of a twin's start.
        return bare.CopyWithPrivateKey(key);
    }
}
