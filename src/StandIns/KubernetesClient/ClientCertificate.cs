using System.Security.Cryptography.X509Certificates;
using System.Text;
using k8s.Exceptions;

namespace k8s;

/// <summary>The certificate a client shows, from PEM in base64 or from files; a file wins.</summary>
internal static class ClientCertificate
{
    public static X509Certificate2? Of(KubernetesClientConfiguration config)
    {
        var certificate = Pem(config.ClientCertificateData, config.ClientCertificateFilePath);
        var key = Pem(config.ClientCertificateKeyData, config.ClientKeyFilePath);
        return certificate is null || key is null ? null : X509Certificate2.CreateFromPem(certificate, key);
    }

    public static X509Certificate2Collection Authorities(string? data, string? path)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPem(
            Pem(data, path)
                ?? throw new KubeConfigException(
                    "A certificate authority is asked for, and neither its data nor its file is set."
                )
        );
        return authorities;
    }

    private static string? Pem(string? data, string? path)
    {
        if (!string.IsNullOrWhiteSpace(path))
            return File.ReadAllText(path);
        return string.IsNullOrWhiteSpace(data) ? null : Encoding.UTF8.GetString(Convert.FromBase64String(data));
    }
}
