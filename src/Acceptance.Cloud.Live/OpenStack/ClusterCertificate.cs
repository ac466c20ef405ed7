using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Live.OpenStack;

/// <summary>
/// A fresh key and what `coe cluster config` makes of it: a request in the name of system:masters, and a kubeconfig
/// around the answer.
/// </summary>
internal sealed class ClusterCertificate : IDisposable
{
    private const int KeySize = 2048;

    private readonly RSA _key = RSA.Create(KeySize);

    /// <summary>The body of POST /v1/certificates.</summary>
    public string Request(string clusterUuid)
    {
        var name = new X500DistinguishedName("CN=admin, O=system:masters");
        var request = new CertificateRequest(name, _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return new JsonObject
        {
            ["cluster_uuid"] = clusterUuid,
            ["csr"] = request.CreateSigningRequestPem() + "\n",
        }.ToJsonString();
    }

    public string Kubeconfig(string cluster, string apiAddress, string authorityPem, string certificatePem) =>
        $"""
            apiVersion: v1
            kind: Config
            current-context: default
            preferences: {"{}"}
            clusters:
            - name: {cluster}
              cluster:
                server: {apiAddress}
                certificate-authority-data: {Base64(authorityPem)}
            contexts:
            - name: default
              context:
                cluster: {cluster}
                user: admin
            users:
            - name: admin
              user:
                client-certificate-data: {Base64(certificatePem)}
                client-key-data: {Base64(_key.ExportRSAPrivateKeyPem() + "\n")}

            """;

    public void Dispose() => _key.Dispose();

    private static string Base64(string pem) => Convert.ToBase64String(Encoding.ASCII.GetBytes(pem));
}
