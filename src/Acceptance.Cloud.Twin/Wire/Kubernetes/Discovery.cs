using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>What the server serves: aggregated (with an ETag), or group by group for older clients.</summary>
internal static class Discovery
{
    private static readonly string[] CoreVerbs =
    [
        "create",
        "delete",
        "deletecollection",
        "get",
        "list",
        "patch",
        "update",
        "watch",
    ];
    private static readonly string[] CustomVerbs =
    [
        "delete",
        "deletecollection",
        "get",
        "list",
        "patch",
        "create",
        "update",
        "watch",
    ];
    private static readonly string[] SubVerbs = ["get", "patch", "update"];

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
                return Aggregated(request, root, version, type);
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
        if (kinds.Length == 0 && !Reviews.Kinds.Any(one => one.Group == group && version == "v1"))
            return null;
        var resources = new JsonArray();
        foreach (var kind in kinds)
        {
            var one = new JsonObject
            {
                ["name"] = kind.Plural,
                ["singularName"] = kind.Singular,
                ["namespaced"] = kind.Namespaced,
                ["kind"] = kind.Kind,
                ["verbs"] = Texts(VerbsOf(kind)),
            };
            if (kind.ShortNames.Count > 0)
                one["shortNames"] = Texts(kind.ShortNames);
            if (kind.Categories.Count > 0)
                one["categories"] = Texts(kind.Categories);
            one["storageVersionHash"] = Convert.ToBase64String(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{kind.Group}/{kind.Stored}/{kind.Kind}"))[..8]
            );
            resources.Add((JsonNode)one);
            foreach (var (name, of, its) in Subresources(kind).Select(sub => (sub.Name, sub.Kind, sub.Group)))
                resources.Add((JsonNode)Under(kind, name, of, its));
        }

        foreach (var review in Reviews.Kinds.Where(one => one.Group == group && version == "v1"))
        {
            resources.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["name"] = review.Plural,
                        ["singularName"] = review.Kind.ToLowerInvariant(),
                        ["namespaced"] = false,
                        ["kind"] = review.Kind,
                        ["verbs"] = new JsonArray("create"),
                    }
            );
        }

        var list = new JsonObject { ["kind"] = "APIResourceList" };
        // The core group's list says no version of its own.
        if (group.Length > 0)
            list["apiVersion"] = "v1";
        list["groupVersion"] = group.Length == 0 ? version : $"{group}/{version}";
        list["resources"] = resources;
        return KubeAnswer.Ok(list);
    }

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

    private static KubeAnswer Aggregated(KubeRequest request, string root, string version, string type)
    {
        var items = new JsonArray();
        foreach (
            var group in root == "api"
                ? GroupsOf(request.Cluster).Where(one => one.Key.Length == 0)
                : GroupsOf(request.Cluster).Where(one => one.Key.Length > 0)
        )
        {
            items.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["metadata"] =
                            group.Key.Length == 0 ? new JsonObject() : new JsonObject { ["name"] = group.Key },
                        ["versions"] = new JsonArray([
                            .. VersionsOf(request.Cluster, group.Key)
                                .Select(one =>
                                    (JsonNode)
                                        new JsonObject
                                        {
                                            ["version"] = one,
                                            ["resources"] = new JsonArray([
                                                .. Summaries(request.Cluster, group.Key, one),
                                            ]),
                                            ["freshness"] = "Current",
                                        }
                                ),
                        ]),
                    }
            );
        }

        var body = new JsonObject
        {
            ["kind"] = "APIGroupDiscoveryList",
            ["apiVersion"] = $"apidiscovery.k8s.io/{version}",
            ["metadata"] = new JsonObject(),
            ["items"] = items,
        };
        var text = Rendering.Text(body, pretty: false);
        var tag = $"\"{Convert.ToHexString(SHA512.HashData(Encoding.UTF8.GetBytes(text)))}\"";
        (string, string)[] headers = [("ETag", tag), ("Vary", "Accept")];
        if (request.Http.Request.Headers.IfNoneMatch.ToString() == tag)
            return new KubeAnswer(304, null) { Headers = headers, CacheControl = "public" };
        return new KubeAnswer(200, body)
        {
            Text = text,
            ContentType = type,
            Headers = headers,
            CacheControl = "public",
        };
    }

    private static IEnumerable<JsonNode> Summaries(KubeCluster cluster, string group, string version)
    {
        foreach (var kind in KindsOf(cluster, group, version))
        {
            var one = new JsonObject
            {
                ["resource"] = kind.Plural,
                ["responseKind"] = new JsonObject
                {
                    ["group"] = kind.Custom ? group : "",
                    ["version"] = kind.Custom ? version : "",
                    ["kind"] = kind.Kind,
                },
                ["scope"] = kind.Namespaced ? "Namespaced" : "Cluster",
                ["singularResource"] = kind.Singular,
                ["verbs"] = Texts(VerbsOf(kind)),
            };
            if (kind.ShortNames.Count > 0)
                one["shortNames"] = Texts(kind.ShortNames);
            if (kind.Categories.Count > 0)
                one["categories"] = Texts(kind.Categories);
            var subs = Subresources(kind)
                .Select(sub =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["subresource"] = sub.Name,
                            ["responseKind"] = new JsonObject
                            {
                                ["group"] = sub.Group ?? (kind.Custom ? group : ""),
                                ["version"] = sub.Group is null
                                    ? kind.Custom
                                        ? version
                                        : ""
                                    : "v1",
                                ["kind"] = sub.Kind,
                            },
                            ["verbs"] = Texts(SubVerbs),
                        }
                )
                .ToArray();
            if (subs.Length > 0)
                one["subresources"] = new JsonArray(subs);
            yield return one;
        }

        foreach (var review in Reviews.Kinds.Where(one => one.Group == group && version == "v1"))
        {
            yield return new JsonObject
            {
                ["resource"] = review.Plural,
                ["responseKind"] = new JsonObject
                {
                    ["group"] = "",
                    ["version"] = "",
                    ["kind"] = review.Kind,
                },
                ["scope"] = "Cluster",
                ["singularResource"] = review.Kind.ToLowerInvariant(),
                ["verbs"] = new JsonArray("create"),
            };
        }
    }

    private static IEnumerable<(string Name, string? Group, string Kind)> Subresources(KubeKind kind)
    {
        if (kind.HasScale)
            yield return ("scale", "autoscaling", "Scale");
        if (kind.HasStatus)
            yield return ("status", null, kind.Kind);
        if (kind == KubeKinds.Pod)
            yield return ("log", null, "Pod");
    }

    private static IReadOnlyList<string> VerbsOf(KubeKind kind) =>
        kind == KubeKinds.Namespace ? [.. CoreVerbs.Where(verb => verb != "deletecollection")]
        : kind.Custom ? CustomVerbs
        : CoreVerbs;

    private static IEnumerable<IGrouping<string, KubeKind>> GroupsOf(KubeCluster cluster) =>
        cluster.Kinds.Concat(Reviews.Kinds).GroupBy(kind => kind.Group);

    private static IReadOnlyList<string> VersionsOf(KubeCluster cluster, string group) =>
        [
            .. cluster
                .Kinds.Concat(Reviews.Kinds)
                .Where(kind => kind.Group == group)
                .SelectMany(kind => kind.Versions)
                .Distinct(),
        ];

    private static KubeKind[] KindsOf(KubeCluster cluster, string group, string version) =>
        [.. cluster.Kinds.Where(kind => kind.Group == group && kind.Versions.Contains(version))];

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

    private static JsonArray Texts(IEnumerable<string> all) => new([.. all.Select(one => (JsonNode)one)]);
}
