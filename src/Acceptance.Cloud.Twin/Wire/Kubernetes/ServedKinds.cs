using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>What a cluster serves: groups, their versions, the kinds in them, their verbs and subresources.</summary>
internal static class ServedKinds
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
    public static readonly string[] SubVerbs = ["get", "patch", "update"];

    public static IEnumerable<IGrouping<string, KubeKind>> GroupsOf(KubeCluster cluster) =>
        cluster.Kinds.Concat(Reviews.Kinds).GroupBy(kind => kind.Group);

    public static IReadOnlyList<string> VersionsOf(KubeCluster cluster, string group) =>
        [
            .. cluster
                .Kinds.Concat(Reviews.Kinds)
                .Where(kind => kind.Group == group)
                .SelectMany(kind => kind.Versions)
                .Distinct(),
        ];

    public static KubeKind[] KindsOf(KubeCluster cluster, string group, string version) =>
        [.. cluster.Kinds.Where(kind => kind.Group == group && kind.Versions.Contains(version))];

    public static IEnumerable<KubeKind> ReviewsOf(string group, string version) =>
        Reviews.Kinds.Where(one => one.Group == group && version == "v1");

    public static IReadOnlyList<string> VerbsOf(KubeKind kind) =>
        kind == KubeKinds.Namespace ? [.. CoreVerbs.Where(verb => verb != "deletecollection")]
        : kind.Custom ? CustomVerbs
        : CoreVerbs;

    public static IEnumerable<(string Name, string? Group, string Kind)> Subresources(KubeKind kind)
    {
        if (kind.HasScale)
            yield return ("scale", "autoscaling", "Scale");
        if (kind.HasStatus)
            yield return ("status", null, kind.Kind);
        if (kind == KubeKinds.Pod)
            yield return ("log", null, "Pod");
    }

    public static JsonArray Texts(IEnumerable<string> all) => new([.. all.Select(one => (JsonNode)one)]);

    /// <summary>The short names and the categories, of a kind that has some.</summary>
    public static void Names(JsonObject json, KubeKind kind)
    {
        if (kind.ShortNames.Count > 0)
            json["shortNames"] = Texts(kind.ShortNames);
        if (kind.Categories.Count > 0)
            json["categories"] = Texts(kind.Categories);
    }
}
