using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Live.Kubernetes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// Reads the data fields of a kubeconfig's current context: server, CA, token, client certificate and key. What runs
/// a program, names another file or goes another way is refused by its name, and nothing of it is tried.
/// </summary>
/// <param name="named">What it is called in a sentence, e.g. its path.</param>
/// <param name="mayBeUnverified">The site allows insecure-skip-tls-verify in it.</param>
/// <param name="ofTheCloud">The cloud gave it: nothing of it is refused only when it is used.</param>
internal sealed class KubeconfigFile(string named, bool mayBeUnverified = false, bool ofTheCloud = false)
{
    private static readonly string[][] Proofs =
    [
        ["token"],
        ["username"],
        ["client-certificate-data", "client-key-data"],
    ];

    public Reading<Kubeconfig> Read(string text)
    {
        try
        {
            if (KubeconfigYaml.TooMuch(text) is { } much)
                return Refused(much);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root)
                return Refused("is no kubeconfig: it holds no mapping");
            return (ofTheCloud ? KubeconfigYaml.AnyRefusal(root) : null) is { } wrong ? Refused(wrong) : Current(root);
        }
        catch (YamlException broken)
        {
            return Refused($"is no YAML (line {broken.Start.Line})");
        }
        catch (FormatException broken)
        {
            return Refused(broken.Message);
        }
    }

    private Reading<Kubeconfig> Current(YamlMappingNode root)
    {
        if (KubeconfigYaml.Text(root, "current-context") is not { Length: > 0 } context)
            return Refused("names no current-context: set one with kubectl config use-context");
        if (KubeconfigYaml.Named(root, "contexts", context, "context") is not { } chosen)
            return Refused($"has no context '{context}', which is its current-context");
        var name = KubeconfigYaml.Text(chosen, "cluster") ?? "";
        if (KubeconfigYaml.Named(root, "clusters", name, "cluster") is not { } cluster)
            return Refused($"has no cluster '{name}', which its context '{context}' names");
        var user = KubeconfigYaml.Text(chosen, "user");
        return Address(cluster) is { } server
            ? Asked(cluster, server, user, KubeconfigYaml.Named(root, "users", user ?? "", "user"))
            : Refused($"gives no server URL to the cluster '{name}'");
    }

    private Reading<Kubeconfig> Asked(YamlMappingNode cluster, Uri server, string? user, YamlMappingNode? proof)
    {
        if (KubeconfigYaml.RefusalOfCluster(cluster) is { } wrong)
            return Refused(wrong);
        var unverified = KubeconfigYaml.IsUnverified(cluster);
        if (unverified && !mayBeUnverified)
            return Refused(KubeconfigYaml.SkipsVerification(ofTheCloud));
        var known = new Kubeconfig(server, KubeconfigYaml.Pem(cluster, "certificate-authority-data") ?? "")
        {
            ServerName = KubeconfigYaml.Text(cluster, "tls-server-name"),
            Unverified = unverified,
        };
        return user is null ? Seen(known) : Proven(known, user, proof);
    }

    /// <summary>A file that was cut short often ends in its users: they stand last.</summary>
    private Reading<Kubeconfig> Proven(Kubeconfig known, string name, YamlMappingNode? user)
    {
        if (user is not null && KubeconfigYaml.RefusalOfUser(user) is { } wrong)
            return Refused(wrong);
        if (user is null || !Array.Exists(Proofs, proof => Holds(user, proof)))
            return Refused($"gives its user '{name}' no credential (a token, or a client certificate and its key)");
        known = known with
        {
            Token = KubeconfigYaml.Text(user, "token"),
            User = KubeconfigYaml.Text(user, "username"),
            Password = KubeconfigYaml.Text(user, "password"),
            CertificatePem = KubeconfigYaml.Pem(user, "client-certificate-data"),
            KeyPem = KubeconfigYaml.Pem(user, "client-key-data"),
        };
        if (known.Token?.Any(letter => letter is <= ' ' or > '~') == true)
            return Refused($"gives its user '{name}' a token that no header can carry");
        return known.CertificatePem is null || IsPair(known)
            ? Seen(known)
            : Refused($"gives its user '{name}' a client certificate that its key does not go with");
    }

    private static bool Holds(YamlMappingNode user, string[] fields) =>
        Array.TrueForAll(fields, field => KubeconfigYaml.Text(user, field) is { Length: > 0 });

    private static bool IsPair(Kubeconfig known)
    {
        if (known.KeyPem is null)
            return false;
        try
        {
            X509Certificate2.CreateFromPem(known.CertificatePem, known.KeyPem).Dispose();
            return true;
        }
        catch (Exception broken) when (broken is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    private static Uri? Address(YamlMappingNode cluster) =>
        KubeconfigYaml.Text(cluster, "server") is { } text
        && SiteForms.IsUrl(text)
        && Uri.TryCreate(text, UriKind.Absolute, out var server)
        && server is { Scheme: "https" or "http", UserInfo: "", Host.Length: > 0 }
            ? server
            : null;

    private Reading<Kubeconfig> Seen(Kubeconfig known) =>
        new Reading<Kubeconfig>.Seen(known, CredentialLocation.EvidenceOf(named));

    private Reading<Kubeconfig> Refused(string what) =>
        new Reading<Kubeconfig>.Unread(
            Unreadable.NotOursToRead,
            $"The kubeconfig {named} {what}; fetch it anew (phase-07 7.2 for the management cluster, "
                + $"openstack coe cluster config for a workload cluster).",
            ofTheCloud ? CredentialLocation.EvidenceOf(named) : Shown
        );

    // kubectl shows every field with its secrets left out, and runs nothing for it.
    private Evidence Shown =>
        CredentialLocation.EvidenceOf(named) with
        {
            ByHand = $"kubectl --kubeconfig {named} config view",
        };
}
