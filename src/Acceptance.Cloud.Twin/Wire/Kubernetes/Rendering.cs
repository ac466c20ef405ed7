using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// Objects as an API server writes them: core kinds begin with kind and apiVersion, custom resources have all keys
/// sorted; list items of core kinds go without both.
/// </summary>
internal static class Rendering
{
    private static readonly string[] MetadataOrder =
    [
        "name",
        "generateName",
        "namespace",
        "uid",
        "resourceVersion",
        "generation",
        "creationTimestamp",
        "deletionTimestamp",
        "deletionGracePeriodSeconds",
        "labels",
        "annotations",
        "ownerReferences",
        "finalizers",
    ];

    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
    private static readonly JsonSerializerOptions Indented = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Text(JsonNode node, bool pretty) => node.ToJsonString(pretty ? Indented : Compact) + "\n";

    public static JsonObject One(KubeObject found, string version, bool inList = false)
    {
        var body = (JsonObject)found.Body.DeepClone();
        if (found.Kind.Custom)
        {
            found.Kind.Convert?.Invoke(body, version);
            body["apiVersion"] = found.Kind.ApiVersion(version);
            return (JsonObject)Sorted(body)!;
        }

        var ordered = new JsonObject();
        if (!inList)
        {
            ordered["kind"] = found.Kind.Kind;
            ordered["apiVersion"] = found.Kind.ApiVersion(version);
        }

        ordered["metadata"] = Ordered((JsonObject)body["metadata"]!, MetadataOrder);
        foreach (var (key, value) in body)
        {
            if (key is not ("kind" or "apiVersion" or "metadata"))
                ordered[key] = value?.DeepClone();
        }

        return ordered;
    }

    public static JsonObject List(KubeKind kind, string version, IEnumerable<JsonObject> items, JsonObject metadata)
    {
        var array = new JsonArray([.. items]);
        return kind.Custom
            ? new JsonObject
            {
                ["apiVersion"] = kind.ApiVersion(version),
                ["items"] = array,
                ["kind"] = kind.Kind + "List",
                ["metadata"] = metadata,
            }
            : new JsonObject
            {
                ["kind"] = kind.Kind + "List",
                ["apiVersion"] = kind.ApiVersion(version),
                ["metadata"] = metadata,
                ["items"] = array,
            };
    }

    private static JsonObject Ordered(JsonObject from, IReadOnlyList<string> order)
    {
        var ordered = new JsonObject();
        foreach (var key in order)
        {
            if (from[key] is { } value)
                ordered[key] = value.DeepClone();
        }

        foreach (var (key, value) in from)
        {
            if (!order.Contains(key))
                ordered[key] = value?.DeepClone();
        }

        return ordered;
    }

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members
                    .OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Sorted)]),
            _ => node?.DeepClone(),
        };
}
