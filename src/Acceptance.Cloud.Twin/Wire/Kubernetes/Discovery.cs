using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using static Acceptance.Cloud.Twin.Wire.Kubernetes.ServedKinds;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>What the server serves: aggregated (with an ETag), or group by group for older clients.</summary>
internal static class Discovery
{
    /// <summary>/api or /apis in the form the client asked for.</summary>
    public static KubeAnswer Roots(KubeRequest request, string root)
    {
        foreach (var version in (string[])["v2", "v2beta1"])
        {
            var type = $"application/json;g=apidiscovery.k8s.io;v={version};as=APIGroupDiscoveryList";
            // v2beta1 went with 1.36.
            if (version == "v2beta1" && request.Cluster.Minor >= 36)
                continue;
            if (request.Accept.Contains($"g=apidiscovery.k8s.io;v={version};", StringComparison.Ordinal))
                return AggregatedDiscovery.Answer(request, root, version, type);
        }

        return KubeAnswer.Ok(root == "api" ? LegacyVersions(request) : GroupList(request.Cluster));
    }

    public static KubeAnswer? Group(KubeRequest request, string group) =>
        GroupsOf(request.Cluster).Any(one => one.Key == group)
            ? KubeAnswer.Ok(GroupOf(request.Cluster, group, named: true))
            : null;

    public static KubeAnswer? Resources(KubeRequest request, string group, string version)
    {
        var kinds = KindsOf(request.Cluster, group, version);
        var reviews = ReviewsOf(group, version).ToArray();
        if (kinds.Length == 0 && reviews.Length == 0)
            return null;
        var list = new JsonObject { ["kind"] = "APIResourceList" };
        // The core group's list says no version of its own.
        if (group.Length > 0)
            list["apiVersion"] = "v1";
        list["groupVersion"] = group.Length == 0 ? version : $"{group}/{version}";
        list["resources"] = new JsonArray([.. kinds.SelectMany(WithSubresources), .. reviews.Select(Review)]);
        return KubeAnswer.Ok(list);
    }

    private static IEnumerable<JsonNode> WithSubresources(KubeKind kind)
    {
        var one = new JsonObject
        {
            ["name"] = kind.Plural,
            ["singularName"] = kind.Singular,
            ["namespaced"] = kind.Namespaced,
            ["kind"] = kind.Kind,
            ["verbs"] = Texts(VerbsOf(kind)),
        };
        Names(one, kind);
        one["storageVersionHash"] = Convert.ToBase64String(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{kind.Group}/{kind.Stored}/{kind.Kind}"))[..8]
        );
        yield return one;
        foreach (var (name, its, of) in Subresources(kind))
            yield return Under(kind, name, of, its);
    }

    private static JsonNode Review(KubeKind review) =>
        new JsonObject
        {
            ["name"] = review.Plural,
            ["singularName"] = review.Kind.ToLowerInvariant(),
            ["namespaced"] = false,
            ["kind"] = review.Kind,
            ["verbs"] = new JsonArray("create"),
        };

    private static JsonObject Under(KubeKind kind, string name, string of, string? group)
    {
        var under = new JsonObject
        {
            ["name"] = $"{kind.Plural}/{name}",
            ["singularName"] = "",
            ["namespaced"] = kind.Namespaced,
        };
        if (group is not null)
        {
            under["group"] = group;
            under["version"] = "v1";
        }

        under["kind"] = of;
        under["verbs"] = Texts(SubVerbs);
        return under;
    }

    private static JsonObject LegacyVersions(KubeRequest request) =>
        new()
        {
            ["kind"] = "APIVersions",
            ["versions"] = new JsonArray("v1"),
            ["serverAddressByClientCIDRs"] = new JsonArray(
                new JsonObject { ["clientCIDR"] = "0.0.0.0/0", ["serverAddress"] = request.Http.Request.Host.Value }
            ),
        };

    private static JsonObject GroupList(KubeCluster cluster) =>
        new()
        {
            ["kind"] = "APIGroupList",
            ["apiVersion"] = "v1",
            ["groups"] = new JsonArray([
                .. GroupsOf(cluster)
                    .Where(one => one.Key.Length > 0)
                    .Select(one => (JsonNode)GroupOf(cluster, one.Key, named: false)),
            ]),
        };

    private static JsonObject GroupOf(KubeCluster cluster, string group, bool named)
    {
        var versions = VersionsOf(cluster, group);
        JsonNode Version(string version) =>
            new JsonObject { ["groupVersion"] = $"{group}/{version}", ["version"] = version };
        var body = new JsonObject();
        if (named)
        {
            body["kind"] = "APIGroup";
            body["apiVersion"] = "v1";
        }

        body["name"] = group;
        body["versions"] = new JsonArray([.. versions.Select(Version)]);
        body["preferredVersion"] = Version(versions[0]);
        return body;
    }
}
