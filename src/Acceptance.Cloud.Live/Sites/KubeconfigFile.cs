using System.Text;
using Acceptance.Cloud.Live.Kubernetes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Acceptance.Cloud.Live.Sites;

/// <summary>
/// What a kubeconfig's current context says: the server, and the CA that must have signed its certificate.
/// </summary>
internal static class KubeconfigFile
{
    public static Reading<Kubeconfig> Read(string text, string path)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode root)
                return Refused(path, "is no kubeconfig: it holds no mapping");
            return Current(root, text, path);
        }
        catch (YamlException broken)
        {
            return Refused(path, $"is no YAML (line {broken.Start.Line})");
        }
        catch (Exception broken) when (broken is FormatException or IOException or UnauthorizedAccessException)
        {
            return Refused(path, $"names a certificate-authority that cannot be read ({broken.Message})");
        }
    }

    private static Reading<Kubeconfig> Current(YamlMappingNode root, string text, string path)
    {
        if (Text(root, "current-context") is not { Length: > 0 } context)
            return Refused(path, "names no current-context: set one with kubectl config use-context");
        if (Named(root, "contexts", context, "context") is not { } chosen)
            return Refused(path, $"has no context '{context}', which is its current-context");
        if (Named(root, "clusters", Text(chosen, "cluster") ?? "", "cluster") is not { } cluster)
            return Refused(path, $"has no cluster '{Text(chosen, "cluster")}', which its context '{context}' names");
        if (!Uri.TryCreate(Text(cluster, "server"), UriKind.Absolute, out var server))
            return Refused(path, $"gives no server URL to the cluster '{Text(chosen, "cluster")}'");
        if (Text(chosen, "user") is { } user && !Proves(Named(root, "users", user, "user")))
            return Refused(
                path,
                $"gives its user '{user}' no credential (a token, or a client certificate and its key)"
            );
        return new Reading<Kubeconfig>.Seen(
            new Kubeconfig(text, server, Authority(cluster, path)),
            CredentialLocation.EvidenceOf(path)
        );
    }

    private static string Authority(YamlMappingNode cluster, string path)
    {
        if (Text(cluster, "certificate-authority-data") is { Length: > 0 } data)
            return Encoding.ASCII.GetString(Convert.FromBase64String(data));
        return Text(cluster, "certificate-authority") is { Length: > 0 } file
            ? File.ReadAllText(Path.GetFullPath(file, Path.GetDirectoryName(Path.GetFullPath(path))!))
            : "";
    }

    // A file that was cut short often ends in its users: they stand last.
    private static bool Proves(YamlMappingNode? user) =>
        user is not null
        && (
            Has(user, "token", "tokenFile", "exec", "auth-provider", "username")
            || (
                Has(user, "client-certificate-data", "client-certificate") && Has(user, "client-key-data", "client-key")
            )
        );

    private static bool Has(YamlMappingNode node, params string[] names) =>
        Array.Exists(names, name => Child(node, name) is not null);

    private static YamlMappingNode? Named(YamlMappingNode root, string section, string name, string inner)
    {
        var list = Child(root, section) as YamlSequenceNode;
        var found = list?.Children.OfType<YamlMappingNode>().FirstOrDefault(item => Text(item, "name") == name);
        return found is null ? null : Child(found, inner) as YamlMappingNode;
    }

    private static string? Text(YamlMappingNode node, string name) => (Child(node, name) as YamlScalarNode)?.Value;

    private static YamlNode? Child(YamlMappingNode node, string name) =>
        node.Children.TryGetValue(new YamlScalarNode(name), out var child) ? child : null;

    private static Reading<Kubeconfig> Refused(string path, string what) =>
        CredentialLocation.Unread<Kubeconfig>(
            $"The kubeconfig {path} {what}; fetch it anew (phase-07 7.2 for the management cluster, "
                + "openstack coe cluster config for a workload cluster).",
            path
        );
}
