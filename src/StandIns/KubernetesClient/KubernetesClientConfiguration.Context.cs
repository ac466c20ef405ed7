using System.Net;
using k8s.Exceptions;
using k8s.KubeConfigModels;

namespace k8s;

/// <summary>How the parts of a kubeconfig come together to one context.</summary>
public partial class KubernetesClientConfiguration
{
    private void Take(K8SConfiguration file, string contextName)
    {
        var context =
            file.Contexts.FirstOrDefault(found => IsNamed(found.Name, contextName))
            ?? throw new KubeConfigException(
                $"The kubeconfig has no context '{contextName}'; it has: {string.Join(", ", file.Contexts.Select(found => found.Name))}."
            );
        if (string.IsNullOrEmpty(context.ContextDetails?.Cluster))
            throw new KubeConfigException($"The context '{contextName}' of the kubeconfig names no cluster.");
        CurrentContext = context.Name;
        Namespace = context.ContextDetails.Namespace;
        TakeCluster(file, context.ContextDetails.Cluster);
        if (!string.IsNullOrWhiteSpace(context.ContextDetails.User))
            TakeUser(file, context.ContextDetails.User);
    }

    private void TakeCluster(K8SConfiguration file, string name)
    {
        var cluster =
            file.Clusters.FirstOrDefault(found => IsNamed(found.Name, name))?.ClusterEndpoint
            ?? throw new KubeConfigException($"The kubeconfig has no cluster '{name}', which its context names.");
        if (string.IsNullOrWhiteSpace(cluster.Server))
            throw new KubeConfigException($"The cluster '{name}' of the kubeconfig has no server.");
        if (!Uri.TryCreate(cluster.Server, UriKind.Absolute, out var server))
            throw new KubeConfigException($"The server '{cluster.Server}' of the cluster '{name}' is no URL.");
        Host = Reachable(cluster.Server, server);
        SkipTlsVerify = cluster.SkipTlsVerify;
        TlsServerName = cluster.TlsServerName;
        var data = cluster.CertificateAuthorityData;
        if (server.Scheme != Uri.UriSchemeHttps)
            return;
        if (!string.IsNullOrEmpty(data))
            SslCaCerts = ClientCertificate.Authorities(data, path: null);
        else if (!string.IsNullOrEmpty(cluster.CertificateAuthority))
            SslCaCerts = ClientCertificate.Authorities(data: null, FullPath(file, cluster.CertificateAuthority));
    }

    private void TakeUser(K8SConfiguration file, string name)
    {
        var user =
            file.Users.FirstOrDefault(found => IsNamed(found.Name, name))
            ?? throw new KubeConfigException($"The kubeconfig has no user '{name}', whom its context names.");
        var credentials =
            user.UserCredentials
            ?? throw new KubeConfigException($"The user '{name}' of the kubeconfig has no credentials.");
        if (AreSet(credentials.Token))
            AccessToken = credentials.Token;
        else if (AreSet(credentials.UserName, credentials.Password))
            (Username, Password) = (credentials.UserName, credentials.Password);
        if (AreSet(credentials.ClientCertificateData, credentials.ClientKeyData))
            (ClientCertificateData, ClientCertificateKeyData) = (
                credentials.ClientCertificateData,
                credentials.ClientKeyData
            );
        if (AreSet(credentials.ClientCertificate, credentials.ClientKey))
        {
            ClientCertificateFilePath = FullPath(file, credentials.ClientCertificate!);
            ClientKeyFilePath = FullPath(file, credentials.ClientKey!);
        }

        if (
            AccessToken is null
            && Username is null
            && ClientCertificateData is null
            && ClientCertificateFilePath is null
        )
            throw new KubeConfigException(
                $"The user '{name}' of the kubeconfig has no credentials of a kind this client takes: "
                    + "a token, a user name and password, or a client certificate and its key."
            );
    }

    private static bool AreSet(params string?[] values) => !values.Any(string.IsNullOrWhiteSpace);

    private static bool IsNamed(string? found, string wanted) =>
        string.Equals(found, wanted, StringComparison.OrdinalIgnoreCase);

    // A server that listens everywhere writes 0.0.0.0, which nobody can connect to.
    private static string Reachable(string text, Uri server)
    {
        if (!IPAddress.TryParse(server.Host, out var address))
            return text;
        if (address.Equals(IPAddress.Any))
            return new UriBuilder(text) { Host = IPAddress.Loopback.ToString() }.ToString();
        return address.Equals(IPAddress.IPv6Any)
            ? new UriBuilder(text) { Host = IPAddress.IPv6Loopback.ToString() }.ToString()
            : text;
    }

    private static string FullPath(K8SConfiguration file, string path) =>
        Path.IsPathRooted(path) || string.IsNullOrWhiteSpace(file.FileName)
            ? path
            : Path.Combine(Path.GetDirectoryName(file.FileName)!, path);
}
