using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>
/// The certificates of the recording, made anew under the twin's own Vault root: good, expired, not yet valid, with
/// names only, with nothing but a common name.
/// </summary>
internal sealed class RecordedCertificates
{
    private const string Name = "juju-ffe3b8-2-lxd-2";

    private static readonly RSA Key = RSA.Create(2048);
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2045, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly X509Certificate2 _root;
    private readonly string _vip;

    public RecordedCertificates(X509Certificate2 root, string vip)
    {
        (_root, _vip) = (root, vip);
        Good = Leaf(Start, End, addresses: true, names: true);
        DnsOnly = Leaf(Start, End, addresses: false, names: true);
        CommonName = Leaf(Start, End, addresses: false, names: false, vip);
        Expired = Leaf(Start, Start.AddYears(1), addresses: true, names: true);
        Future = Leaf(End.AddYears(-1), End, addresses: true, names: true);
        var other = new CertificateRequest(
            "CN=Some Other CA",
            Key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        other.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        OtherRoot = other.CreateSelfSigned(Start, End);
    }

    /// <summary>The key of all of them but the roots.</summary>
    public static string KeyPem => Key.ExportPkcs8PrivateKeyPem() + "\n";

    public X509Certificate2 Good { get; }

    public X509Certificate2 DnsOnly { get; }

    public X509Certificate2 CommonName { get; }

    public X509Certificate2 Expired { get; }

    public X509Certificate2 Future { get; }

    public X509Certificate2 OtherRoot { get; }

    /// <summary>The files of the recording's PKI folder.</summary>
    public IReadOnlyDictionary<string, string> Files() =>
        new Dictionary<string, string>
        {
            ["vault-root-ca.pem"] = Pem(_root),
            ["other-ca.pem"] = Pem(OtherRoot),
            ["good.crt"] = Pem(Good),
            ["expired.crt"] = Pem(Expired),
            ["dnsonly.crt"] = Pem(DnsOnly),
            ["empty.pem"] = "",
            ["indented.pem"] = string.Concat(
                Pem(_root).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => $"    {line}\n")
            ),
        };

    private static string Pem(X509Certificate2 certificate) => certificate.ExportCertificatePem() + "\n";

    private X509Certificate2 Leaf(
        DateTimeOffset from,
        DateTimeOffset to,
        bool addresses,
        bool names,
        string name = Name
    )
    {
        var request = new CertificateRequest($"CN={name}", Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var sans = new SubjectAlternativeNameBuilder();
        if (names)
            sans.AddDnsName(Name);
        if (addresses)
        {
            sans.AddIpAddress(IPAddress.Parse(_vip));
            sans.AddIpAddress(IPAddress.Parse(_vip[..^1] + "1"));
        }

        if (names || addresses)
            request.CertificateExtensions.Add(sans.Build());
        using var signing = _root.GetECDsaPrivateKey()!;
        using var bare = request.Create(
            _root.SubjectName,
            X509SignatureGenerator.CreateForECDsa(signing),
            from,
            to,
            RandomNumberGenerator.GetBytes(12)
        );
        return bare.CopyWithPrivateKey(Key);
    }
}
