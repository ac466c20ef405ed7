using System.Text;
using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>Paths that are no resources: health, version, discovery.</summary>
internal static class ServerPaths
{
    private static readonly string[] Checks =
    [
        "ping", "log", "etcd", "poststarthook/start-apiserver-admission-initializer", "poststarthook/start-apiextensions-controllers",
        "poststarthook/crd-informer-synced", "poststarthook/bootstrap-controller", "poststarthook/rbac/bootstrap-roles",
    ];

    public static KubeAnswer Answer(KubeRequest request, string path)
    {
        var known = path.TrimEnd('/') switch
        {
            "/healthz" or "/livez" or "/readyz" => Health(request, path.Trim('/')),
            "/version" => KubeAnswer.Ok(Version(request.Cluster.Version)),
            "/api" or "/apis" => Discovery.Roots(request, path.Trim('/')),
            "/api/v1" => Discovery.Resources(request, "", "v1"),
            _ => Groups(request, path.Trim('/').Split('/')),
        };
        if (known is null) return KubeAnswer.NoSuchPath;
        return request.Method is "GET" or "HEAD" ? known : KubeAnswer.MethodNotAllowed;
    }

    private static KubeAnswer? Groups(KubeRequest request, string[] parts) => parts switch
    {
        ["apis", var group] => Discovery.Group(request, group),
        ["apis", var group, var version] => Discovery.Resources(request, group, version),
        _ => null,
    };

    private static KubeAnswer Health(KubeRequest request, string which)
    {
        if (request.Query("verbose") is null) return KubeAnswer.Plain(200, "ok");
        var text = new StringBuilder();
        foreach (var check in Checks) text.Append("[+]").Append(check).Append(" ok\n");
        return KubeAnswer.Plain(200, text.Append(which).Append(" check passed\n").ToString());
    }

    private static JsonObject Version(string gitVersion)
    {
        var parts = gitVersion.TrimStart('v').Split('.');
        return new JsonObject
        {
            ["major"] = parts[0], ["minor"] = parts[1], ["emulationMajor"] = parts[0], ["emulationMinor"] = parts[1], ["minCompatibilityMajor"] = parts[0],
            ["minCompatibilityMinor"] = (int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) - 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["gitVersion"] = gitVersion, ["gitCommit"] = "0000000000000000000000000000000000000000", ["gitTreeState"] = "clean",
            ["buildDate"] = "1970-01-01T00:00:00Z", ["goVersion"] = "go1.24.6", ["compiler"] = "gc", ["platform"] = "linux/amd64",
        };
    }
}
