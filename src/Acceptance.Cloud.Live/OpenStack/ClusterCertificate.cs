using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Live.Kubernetes;

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

    public string Kubeconfig(string cluster, Uri apiAddress, string authorityPem, string certificatePem) =>
        KubeconfigText.Of(
            new Kubeconfig(apiAddress, authorityPem)
            {
                CertificatePem = certificatePem,
                KeyPem = _key.ExportRSAPrivateKeyPem() + "\n",
            },
            cluster
        );

    public void Dispose() => _key.Dispose();
}
