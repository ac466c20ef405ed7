using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>The text of a kubeconfig file.</summary>
internal static class Kubeconfig
{
    public static string Of(
        string cluster,
        string server,
        string user,
        X509Certificate2 authority,
        X509Certificate2 client
    )
    {
        using var key =
            client.GetECDsaPrivateKey()
            ?? throw new InvalidOperationException($"The certificate of {user} has no key.");
        return $"""
            apiVersion: v1
            kind: Config
            clusters:
            - cluster:
                certificate-authority-data: {Base64(authority.ExportCertificatePem())}
                server: {server}
              name: {cluster}
            contexts:
            - context:
                cluster: {cluster}
                user: {user}
              name: {user}@{cluster}
            current-context: {user}@{cluster}
            preferences: {"{}"}
            users:
            - name: {user}
              user:
                client-certificate-data: {Base64(client.ExportCertificatePem())}
                client-key-data: {Base64(key.ExportPkcs8PrivateKeyPem())}

            """;
    }

    private static string Base64(string pem) => Convert.ToBase64String(Encoding.ASCII.GetBytes(pem + "\n"));
}
