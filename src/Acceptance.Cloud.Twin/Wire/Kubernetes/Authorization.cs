using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// May they? It is asked before anything is looked for: without rights even what does not exist is 403.
/// </summary>
internal static class Authorization
{
    /// <summary>What everybody may ask for (system:public-info-viewer).</summary>
    private static readonly string[] Public = ["/healthz", "/livez", "/readyz", "/version", "/version/"];

    private static readonly string[] Discovery = ["/api", "/apis", "/openapi"];

    public static string VerbOf(KubeRequest request) =>
        (request.Method, request.Path.Name) switch
        {
            ("GET", null) => request.Watching ? "watch" : "list",
            ("GET", _) => "get",
            ("POST", _) => "create",
            ("PUT", _) => "update",
            ("PATCH", _) => "patch",
            ("DELETE", null) => "deletecollection",
            ("DELETE", _) => "delete",
            (var other, _) => other.ToLowerInvariant(),
        };

    public static bool MayPath(KubeUser user, string path) =>
        user.Master
        || Public.Contains(path)
        || (
            user != KubeUser.Anonymous
            && Discovery.Any(root => path == root || path.StartsWith(root + "/", StringComparison.Ordinal))
        );

    public static KubeAnswer ForbiddenPath(KubeUser user, string verb, string path) =>
        KubeAnswer.Failure(403, "Forbidden", $"forbidden: User \"{user.Name}\" cannot {verb} path \"{path}\"", []);

    public static bool May(
        KubeCluster cluster,
        KubeUser user,
        string verb,
        string plural,
        string group,
        string? ns = null
    ) =>
        user.Master
        || Rbac.Allows(cluster, user, verb, plural, group, ns)
        || cluster.Rights.Contains((user.Name, verb, plural))
        || (group == "authorization.k8s.io" && user != KubeUser.Anonymous)
        || (group == "authentication.k8s.io" && user != KubeUser.Anonymous);

    public static KubeRefusedException Forbidden(KubeUser user, string verb, ResourcePath path)
    {
        var resource = path.Subresource is null ? path.Plural : $"{path.Plural}/{path.Subresource}";
        var qualified = path.Group.Length == 0 ? path.Plural : $"{path.Plural}.{path.Group}";
        var ns = path.Plural == "namespaces" ? path.Name : path.Namespace;
        var where = ns is null ? "at the cluster scope" : $"in the namespace \"{ns}\"";
        var named = path.Name is null ? qualified : $"{qualified} \"{path.Name}\"";
        var details = new JsonObject();
        if (path.Name is not null)
            details["name"] = path.Name;
        if (path.Group.Length > 0)
            details["group"] = path.Group;
        details["kind"] = path.Plural;
        return new KubeRefusedException(
            403,
            "Forbidden",
            $"{named} is forbidden: User \"{user.Name}\" cannot {verb} resource \"{resource}\" "
                + $"in API group \"{path.Group}\" {where}",
            details
        );
    }
}
