using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// What was installed on the captured cluster: the server's version, and which versions of the custom kinds it
/// served.
/// </summary>
internal static class Generation
{
    // What the captures' own README says the servers were, for a folder in which nobody asked.
    private const string Recorded = "v1.36.3";

    public static void Set(RigCluster cluster, KubeCapture capture, CaptureShelf shelf)
    {
        var same = shelf
            .Captures.Where(one => one.Cluster == capture.Cluster)
            .SelectMany(one => one.Exchanges)
            .ToArray();
        var version =
            shelf
                .Captures.SelectMany(one => one.Exchanges)
                .Where(one => one is { Path: "/version", Status: 200 })
                .Select(one => (string?)(one.Body as JsonObject)?["gitVersion"])
                .FirstOrDefault(one => one is not null)
            ?? Recorded;
        lock (cluster.Gate)
        {
            cluster.Kube.Version = version;
            foreach (var kind in cluster.Kube.Kinds.Where(one => one.Custom).ToArray())
            {
                var served = Served(same, kind.Group, kind.Plural);
                if (served.Length == 0)
                    continue;
                var deprecated = Deprecated(same, kind, served);
                if (!served.SequenceEqual(kind.Versions))
                    cluster.Kube.Serve(
                        kind with
                        {
                            Versions = served,
                            Deprecated = [.. kind.Deprecated.Intersect(served), .. deprecated],
                        }
                    );
                if (served.Length == 1 && deprecated.Length == 0)
                    cluster.Kube.Serve(kind with { Versions = served, Deprecated = [] });
            }
        }
    }

    private static string[] Deprecated(Exchange[] same, KubeKind kind, string[] served)
    {
        return served
            .Where(one =>
                same.Any(asked =>
                    asked.Object is { } path
                    && path.Plural == kind.Plural
                    && path.Prefix == $"/apis/{kind.Group}/{one}"
                    && asked.Headers.GetValueOrDefault("Warning", "").Contains("deprecated", StringComparison.Ordinal)
                )
            )
            .ToArray();
    }

    // Discovery says it in order; without one, the paths that were answered.
    private static string[] Served(Exchange[] same, string group, string plural)
    {
        var said = same.Where(one => one is { Path: "/apis", Status: 200 })
            .SelectMany(one => ((one.Body as JsonObject)?["items"] as JsonArray ?? []).OfType<JsonObject>())
            .Where(one => (string?)one["metadata"]?["name"] == group)
            .Select(one =>
                (one["versions"] as JsonArray ?? [])
                    .OfType<JsonObject>()
                    .Where(version =>
                        (version["resources"] as JsonArray ?? []).Any(each => (string?)each!["resource"] == plural)
                    )
                    .Select(version => (string)version["version"]!)
                    .ToArray()
            )
            .FirstOrDefault(versions => versions.Length > 0);
        return said
            ??
            [
                .. same.Where(one =>
                        one.Status is >= 200 and < 300
                        && one.Object is { } path
                        && path.Group == group
                        && path.Plural == plural
                    )
                    .Select(one => one.Object!.Prefix.Split('/')[^1])
                    .Distinct()
                    .OrderDescending(StringComparer.Ordinal),
            ];
    }
}
