using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;
using static Acceptance.Cloud.Twin.Wire.Kubernetes.ServedKinds;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>Everything that is served in one document, with an ETag.</summary>
internal static class AggregatedDiscovery
{
    public static KubeAnswer Answer(KubeRequest request, string root, string version, string type)
    {
        var core = root == "api";
        var groups = GroupsOf(request.Cluster).Where(group => group.Key.Length == 0 == core);
        var body = new JsonObject
        {
            ["kind"] = "APIGroupDiscoveryList",
            ["apiVersion"] = $"apidiscovery.k8s.io/{version}",
            ["metadata"] = new JsonObject(),
            ["items"] = new JsonArray([.. groups.Select(group => Group(request.Cluster, group.Key))]),
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

    private static JsonNode Group(KubeCluster cluster, string group) =>
        new JsonObject
        {
            ["metadata"] = group.Length == 0 ? new JsonObject() : new JsonObject { ["name"] = group },
            ["versions"] = new JsonArray([
                .. VersionsOf(cluster, group).Select(version => Version(cluster, group, version)),
            ]),
        };

    private static JsonNode Version(KubeCluster cluster, string group, string version) =>
        new JsonObject
        {
            ["version"] = version,
            ["resources"] = new JsonArray([
                .. KindsOf(cluster, group, version).Select(kind => Summary(kind, version)),
                .. ReviewsOf(group, version).Select(Review),
            ]),
            ["freshness"] = "Current",
        };

    private static JsonNode Summary(KubeKind kind, string version)
    {
        var one = new JsonObject
        {
            ["resource"] = kind.Plural,
            ["responseKind"] = kind.Custom
                ? ResponseKind(kind.Group, version, kind.Kind)
                : ResponseKind("", "", kind.Kind),
            ["scope"] = kind.Namespaced ? "Namespaced" : "Cluster",
            ["singularResource"] = kind.Singular,
            ["verbs"] = Texts(VerbsOf(kind)),
        };
        Names(one, kind);
        var below = Subresources(kind).Select(sub => Subresource(kind, version, sub)).ToArray();
        if (below.Length > 0)
            one["subresources"] = new JsonArray(below);
        return one;
    }

    private static JsonNode Subresource(KubeKind kind, string version, (string Name, string? Group, string Kind) sub) =>
        new JsonObject
        {
            ["subresource"] = sub.Name,
            ["responseKind"] =
                sub.Group is { } other ? ResponseKind(other, "v1", sub.Kind)
                : kind.Custom ? ResponseKind(kind.Group, version, sub.Kind)
                : ResponseKind("", "", sub.Kind),
            ["verbs"] = Texts(SubVerbs),
        };

    private static JsonNode Review(KubeKind review) =>
        new JsonObject
        {
            ["resource"] = review.Plural,
            ["responseKind"] = ResponseKind("", "", review.Kind),
            ["scope"] = "Cluster",
            ["singularResource"] = review.Kind.ToLowerInvariant(),
            ["verbs"] = new JsonArray("create"),
        };

    private static JsonObject ResponseKind(string group, string version, string kind) =>
        new()
        {
            ["group"] = group,
            ["version"] = version,
            ["kind"] = kind,
        };
}
