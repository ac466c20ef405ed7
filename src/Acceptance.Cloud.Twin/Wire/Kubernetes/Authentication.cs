using Acceptance.Cloud.Twin.World.Kubernetes;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>Who asks: a bearer token, a client certificate of the cluster's authority, or nobody (anonymous).</summary>
internal static class Authentication
{
    /// <summary>Null: credentials that are wrong (401), unlike none at all.</summary>
    public static KubeUser? Who(HttpContext http, KubeCluster cluster)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return cluster.Tokens.GetValueOrDefault(authorization["Bearer ".Length..].Trim());
        if (http.Connection.ClientCertificate is not { } certificate)
            return KubeUser.Anonymous;
        if (!SignedBy(certificate, cluster))
            return null;
        var names = certificate
            .SubjectName.EnumerateRelativeDistinguishedNames()
            .Select(part => (part.GetSingleElementType().Value, Text: part.GetSingleElementValue() ?? ""))
            .ToArray();
        const string commonName = "2.5.4.3",
            organization = "2.5.4.10";
        var user = names.FirstOrDefault(part => part.Value == commonName).Text ?? "";
        return new KubeUser(
            user,
            [.. names.Where(part => part.Value == organization).Select(part => part.Text), "system:authenticated"]
        );
    }

    private static bool SignedBy(
        System.Security.Cryptography.X509Certificates.X509Certificate2 certificate,
        KubeCluster cluster
    )
    {
        using var chain = new System.Security.Cryptography.X509Certificates.X509Chain();
        chain.ChainPolicy.TrustMode = System.Security.Cryptography.X509Certificates.X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(cluster.Ca);
        chain.ChainPolicy.RevocationMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(certificate);
    }
}
