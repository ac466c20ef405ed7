using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Acceptance.Live.Tests.Transport;

/// <summary>A certificate as badly made as a test wants it: what it does not say is right.</summary>
internal sealed record Issued
{
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public string Subject { get; init; } = "CN=127.0.0.1";

    public Action<SubjectAlternativeNameBuilder>? Names { get; init; } =
        names => names.AddIpAddress(IPAddress.Loopback);

    public DateTimeOffset From { get; init; } = Epoch;

    public DateTimeOffset Until { get; init; } = Epoch.AddYears(150);

    public int Bits { get; init; } = 2048;

    /// <summary>Signed as nobody should any more.</summary>
    public bool Sha1 { get; init; }

    /// <summary>Extended key usages; none: for everything.</summary>
    public IReadOnlyList<string> Usages { get; init; } = [];

    public bool Authority { get; init; }

    /// <summary>Signed by the issuer; by itself where there is none.</summary>
    public X509Certificate2 By(X509Certificate2? issuer)
    {
        using var key = RSA.Create(Bits);
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (Names is not null)
        {
            var names = new SubjectAlternativeNameBuilder();
            Names(names);
            request.CertificateExtensions.Add(names.Build());
        }

        if (Authority)
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        if (Usages.Count > 0)
        {
            OidCollection usages = [.. Usages.Select(usage => new Oid(usage))];
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(usages, true));
        }

        if (issuer is null)
            return Whole(request.CreateSelfSigned(From, Until));
        using var signer = issuer.GetRSAPrivateKey()!;
        using var signed = request.Create(
            issuer.SubjectName,
            Sha1 ? new Sha1Signatures(signer) : X509SignatureGenerator.CreateForRSA(signer, RSASignaturePadding.Pkcs1),
            From,
            Until,
            RandomNumberGenerator.GetBytes(8)
        );
        using var whole = signed.CopyWithPrivateKey(key);
        return Whole(whole);
    }

    private static X509Certificate2 Whole(X509Certificate2 made) =>
        X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);

    /// <summary>sha1WithRSAEncryption, which the platform's own generator has forgotten.</summary>
    private sealed class Sha1Signatures(RSA key) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) =>
            Convert.FromHexString("300D06092A864886F70D0101050500");

#pragma warning disable CA5350 // Weak on purpose.
        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) =>
            key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
#pragma warning restore CA5350

        protected override PublicKey BuildPublicKey() => new(key);
    }
}
