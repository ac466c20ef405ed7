using System.Text;
using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>Paths that are no resources: health, version, discovery.</summary>
internal static class ServerPaths
{
    private static readonly string[] Checks =
    [
        "ping",
        "log",
        "etcd",
        "informer-sync",
        "poststarthook/start-apiserver-admission-initializer",
        "poststarthook/generic-apiserver-start-informers",
        "poststarthook/priority-and-fairness-config-consumer",
        "poststarthook/priority-and-fairness-filter",
        "poststarthook/storage-object-count-tracker-hook",
        "poststarthook/start-apiextensions-informers",
        "poststarthook/start-apiextensions-controllers",
        "poststarthook/crd-informer-synced",
        "poststarthook/start-system-namespaces-controller",
        "poststarthook/peer-endpoint-reconciler-controller",
        "poststarthook/start-cluster-authentication-info-controller",
        "poststarthook/start-kube-apiserver-identity-lease-controller",
        "poststarthook/start-kube-apiserver-identity-lease-garbage-collector",
        "poststarthook/storage-readiness",
        "poststarthook/start-legacy-token-tracking-controller",
        "poststarthook/start-service-ip-repair-controllers",
        "poststarthook/rbac/bootstrap-roles",
        "poststarthook/scheduling/bootstrap-system-priority-classes",
        "poststarthook/priority-and-fairness-config-producer",
        "poststarthook/bootstrap-controller",
        "poststarthook/start-kubernetes-service-cidr-controller",
        "poststarthook/start-kube-aggregator-informers",
        "poststarthook/apiservice-status-local-available-controller",
        "poststarthook/apiservice-status-remote-available-controller",
        "poststarthook/apiservice-registration-controller",
        "poststarthook/apiservice-wait-for-first-sync",
        "poststarthook/apiservice-discovery-controller",
        "poststarthook/kube-apiserver-autoregistration",
        "autoregister-completion",
        "poststarthook/apiservice-openapi-controller",
        "poststarthook/apiservice-openapiv3-controller",
        "shutdown",
    ];

    public static KubeAnswer Answer(KubeRequest request, string path)
    {
        var known = path.TrimEnd('/') switch
        {
            "/healthz" or "/livez" or "/readyz" => Health(request, path.Trim('/')),
            "/version" => KubeAnswer.Ok(Version(request.Cluster.Version)),
            "/api" or "/apis" => Discovery.Roots(request, path.Trim('/')),
            "/api/v1" => Discovery.Resources(request, "", "v1"),
            _ when path.StartsWith("/openapi/", StringComparison.Ordinal) => OpenApi.Answer(request, path),
            _ => Groups(request, path.Trim('/').Split('/')),
        };
        if (known is null)
            return KubeAnswer.NoSuchPath;
        return request.Method is "GET" or "HEAD" ? known : KubeAnswer.MethodNotAllowed;
    }

    private static KubeAnswer? Groups(KubeRequest request, string[] parts) =>
        parts switch
        {
            ["apis", var group] => Discovery.Group(request, group),
            ["apis", var group, var version] => Discovery.Resources(request, group, version),
            _ => null,
        };

    /// <summary>
    /// Readiness is asked of the informers and the shutdown too, and not of etcd; health is asked of etcd.
    /// </summary>
    private static KubeAnswer Health(KubeRequest request, string which)
    {
        var ready = which == "readyz";
        var ill = !ready && request.Cluster.WithoutEtcd;
        if (!ill && request.Query("verbose") is null)
            return KubeAnswer.Plain(200, "ok");
        var text = new StringBuilder();
        foreach (var check in Checks)
        {
            if (check == (ready ? "etcd" : "informer-sync") || (check == "shutdown" && !ready))
                continue;
            if (check == "etcd" && which == "healthz")
                text.Append("[+]loopback-serving-certificate ok\n");
            text.Append(ill && check == "etcd" ? "[-]etcd failed: reason withheld\n" : $"[+]{check} ok\n");
        }

        return KubeAnswer.Plain(
            ill ? 500 : 200,
            text.Append(which).Append(ill ? " check failed\n" : " check passed\n").ToString()
        );
    }

    private static JsonObject Version(string gitVersion)
    {
        var parts = gitVersion.TrimStart('v').Split('.');
        return new JsonObject
        {
            ["major"] = parts[0],
            ["minor"] = parts[1],
            ["emulationMajor"] = parts[0],
            ["emulationMinor"] = parts[1],
            ["minCompatibilityMajor"] = parts[0],
            ["minCompatibilityMinor"] = (
                int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) - 1
            ).ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["gitVersion"] = gitVersion,
            ["gitCommit"] = "0000000000000000000000000000000000000000",
            ["gitTreeState"] = "clean",
            ["buildDate"] = "1970-01-01T00:00:00Z",
            ["goVersion"] = "go1.24.6",
            ["compiler"] = "gc",
            ["platform"] = "linux/amd64",
        };
    }
}
