using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.World.Kubernetes;

/// <summary>The JSON of often needed pieces of Kubernetes objects.</summary>
internal static class ObjectText
{
    public static JsonObject Metadata(
        string name,
        string? ns = null,
        params IReadOnlyList<(string Key, string Value)> labels
    )
    {
        var metadata = new JsonObject { ["name"] = name };
        if (ns is not null)
            metadata["namespace"] = ns;
        if (labels.Count > 0)
            metadata["labels"] = Map(labels);
        return metadata;
    }

    public static JsonObject Map(IEnumerable<(string Key, string Value)> pairs) =>
        new(pairs.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    public static JsonArray List(IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);

    public static JsonObject Owner(KubeObject owner, string? version = null) =>
        new()
        {
            ["apiVersion"] = owner.Kind.ApiVersion(version ?? owner.Kind.Stored),
            ["blockOwnerDeletion"] = true,
            ["controller"] = true,
            ["kind"] = owner.Kind.Kind,
            ["name"] = owner.Name,
            ["uid"] = owner.Uid,
        };

    /// <summary>A condition of core kinds; message and reason as given.</summary>
    public static JsonObject Condition(string type, bool? holds, string reason, string message, DateTimeOffset since) =>
        new()
        {
            ["lastTransitionTime"] = KubeObject.Stamp(since),
            ["message"] = message,
            ["reason"] = reason,
            ["status"] =
                holds is null ? "Unknown"
                : holds.Value ? "True"
                : "False",
            ["type"] = type,
        };

    public static JsonObject Namespace(string name) =>
        new()
        {
            ["metadata"] = Metadata(name, null, ("kubernetes.io/metadata.name", name)),
            ["spec"] = new JsonObject { ["finalizers"] = new JsonArray("kubernetes") },
            ["status"] = new JsonObject { ["phase"] = "Active" },
        };
}
