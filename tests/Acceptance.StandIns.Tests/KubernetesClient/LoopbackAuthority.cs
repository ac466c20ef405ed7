using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Acceptance.StandIns.Tests.KubernetesClient;

/// <summary>A certificate authority of one test, good for the days around a fixed date far enough ahead.</summary>
internal sealed class LoopbackAuthority : IDisposable
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = From.AddYears(100);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public LoopbackAuthority()
    {
        var request = new CertificateRequest("CN=Acceptance specs", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _certificate = request.CreateSelfSigned(From, Until);
    }

    public string Subject => _certificate.Subject;

    public string Pem => _certificate.ExportCertificatePem();

    public X509Certificate2 Server(IPAddress address) => Issue("CN=apiserver", san => san.AddIpAddress(address));

    public X509Certificate2 User(string name) => Issue($"CN={name}", _ => { });

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }

    private X509Certificate2 Issue(string subject, Action<SubjectAlternativeNameBuilder> names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        names(alternatives);
        if (subject == "CN=apiserver")
            request.CertificateExtensions.Add(alternatives.Build());
        using var issued = request.Create(_certificate, From, Until.AddDays(-1), RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }
}
