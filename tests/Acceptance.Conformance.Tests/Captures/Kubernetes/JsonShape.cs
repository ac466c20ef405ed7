using System.Text.Json;
using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// Two answers side by side: the names of fields and their types, and the values of those that are words of the
/// protocol. What stands in spec, status and data is the objects' own: there the twin may say more than an object
/// that was written by hand, and never less.
/// </summary>
internal static class JsonShape
{
    /// <summary>Fields whose value is the protocol's, wherever they stand.</summary>
    private static readonly string[] Exact =
    [
        "kind",
        "apiVersion",
        "reason",
        "code",
        "operation",
        "fieldsType",
        "priority",
        "format",
        "verbs",
        "scope",
        "retryAfterSeconds",
    ];

    /// <summary>Maps: their keys are content.</summary>
    private static readonly string[] Maps =
    [
        "labels",
        "annotations",
        "data",
        "binaryData",
        "matchLabels",
        "capacity",
        "allocatable",
        "nodeSelector",
        "fieldsV1",
        "selector",
        "deprecated",
        "requests",
        "limits",
        "paths",
        "v1beta1",
        "v1beta2",
    ];

    /// <summary>Objects' own: more is no difference.</summary>
    private static readonly string[] Open = ["spec", "status"];

    /// <summary>Of metadata: there or not, as the object is.</summary>
    private static readonly string[] Optional =
    [
        "labels",
        "annotations",
        "ownerReferences",
        "generateName",
        "finalizers",
        "deletionTimestamp",
        "deletionGracePeriodSeconds",
        "managedFields",
        "continue",
        "remainingItemCount",
        "subresource",
        // A condition says them where there is something to say, a node or a taint while it is so.
        "message",
        "reason",
        "observedGeneration",
        "taints",
        "unschedulable",
        "value",
    ];

    public static IEnumerable<string> Differences(JsonNode? captured, JsonNode? twin) =>
        Compare([captured], [twin], "", open: false);

    private static IEnumerable<string> Compare(
        IReadOnlyList<JsonNode?> captured,
        IReadOnlyList<JsonNode?> twin,
        string path,
        bool open
    )
    {
        var (had, has) = (captured.Select(Type).Distinct().ToArray(), twin.Select(Type).Distinct().ToArray());
        var odd = has.FirstOrDefault(type => !had.Contains(type) && !(type == "null" || had is ["null"]));
        if (odd is not null && had.Length > 0)
        {
            yield return $"{path}: {odd} instead of {string.Join(" or ", had)}";
            yield break;
        }

        var (maps, ours) = (captured.OfType<JsonObject>().ToArray(), twin.OfType<JsonObject>().ToArray());
        if (maps.Length > 0 && ours.Length > 0)
        {
            foreach (var one in Members(maps, ours, path, open))
                yield return one;
        }

        var (items, our) = (
            captured.OfType<JsonArray>().SelectMany(list => list).ToArray(),
            twin.OfType<JsonArray>().SelectMany(list => list).ToArray()
        );
        if (items.Length > 0 && our.Length > 0 && !path.EndsWith(".cells", StringComparison.Ordinal))
        {
            foreach (var one in Compare(items, our, path + "[]", open))
                yield return one;
        }
    }

    private static IEnumerable<string> Members(JsonObject[] captured, JsonObject[] twin, string path, bool open)
    {
        var last = path[(path.LastIndexOf('.') + 1)..].TrimEnd('[', ']');
        if (Maps.Contains(last))
        {
            foreach (
                var one in Compare(
                    [.. captured.SelectMany(map => map).Select(member => member.Value)],
                    [.. twin.SelectMany(map => map).Select(member => member.Value)],
                    path + ".*",
                    open
                )
            )
                yield return one;
            yield break;
        }

        var optional =
            last is "metadata" or "managedFields" or "conditions" or "taints"
            || path.EndsWith(".spec", StringComparison.Ordinal);
        var (had, has) = (
            captured.SelectMany(map => map.Select(member => member.Key)).Distinct().ToArray(),
            twin.SelectMany(map => map.Select(member => member.Key)).Distinct().ToArray()
        );
        foreach (
            var missing in had.Except(has).Where(key => !(optional && Optional.Contains(key)) && !Empty(captured, key))
        )
            yield return $"{path}.{missing} is missing";
        if (!open)
        {
            foreach (var more in has.Except(had).Where(key => !(optional && Optional.Contains(key))))
                yield return $"{path}.{more} is more than was captured";
        }

        foreach (var key in had.Intersect(has))
        {
            foreach (var one in Member(captured, twin, path, key, open))
                yield return one;
        }
    }

    private static IEnumerable<string> Member(
        JsonObject[] captured,
        JsonObject[] twin,
        string path,
        string key,
        bool open
    )
    {
        var (before, now) = (Values(captured, key), Values(twin, key));
        if (
            Exact.Contains(key)
            && before.Length == 1
            && now.Length == 1
            && !open
            && before[0]?.ToJsonString() != now[0]?.ToJsonString()
        )
            yield return $"{path}.{key} is {now[0]?.ToJsonString()} instead of {before[0]?.ToJsonString()}";
        foreach (
            var one in Compare(
                before,
                now,
                $"{path}.{key}",
                open || (path.Length > 0 || IsObject(captured[0])) && Open.Contains(key)
            )
        )
            yield return one;
    }

    // A Status has a status too, and that is a word.
    private static bool IsObject(JsonObject body) => (string?)body["kind"] != "Status";

    // An empty map or list in a hand-made object says nothing that must be repeated.
    private static bool Empty(JsonObject[] all, string key) =>
        all.All(one => one[key] is null or JsonObject { Count: 0 } or JsonArray { Count: 0 });

    private static JsonNode?[] Values(JsonObject[] all, string key) =>
        [.. all.Where(one => one.ContainsKey(key)).Select(one => one[key])];

    private static string Type(JsonNode? node) =>
        node?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.Number => "number",
            JsonValueKind.String => "string",
            _ => "boolean",
        };
}
