using System.Text.Json.Nodes;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>
/// The strategic merge of built-in kinds: lists of things with a key are merged by it, finalizers as a set, all
/// others replaced.
/// </summary>
internal static class StrategicMerge
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["containers"] = "name",
        ["initContainers"] = "name",
        ["env"] = "name",
        ["volumes"] = "name",
        ["volumeMounts"] = "mountPath",
        ["conditions"] = "type",
        ["addresses"] = "type",
        ["ownerReferences"] = "uid",
        ["imagePullSecrets"] = "name",
        ["ports"] = "port",
    };

    public static JsonObject Apply(JsonObject target, JsonObject patch)
    {
        if ((string?)patch["$patch"] == "replace")
        {
            var replaced = (JsonObject)patch.DeepClone();
            replaced.Remove("$patch");
            return replaced;
        }

        foreach (var (key, value) in patch)
        {
            if (key.StartsWith("$deleteFromPrimitiveList/", StringComparison.Ordinal))
                Remove(target, key["$deleteFromPrimitiveList/".Length..], (JsonArray)value!);
            else if (key.StartsWith('$'))
                continue;
            else if (value is null)
                target.Remove(key);
            else
                Put(target, key, value);
        }

        return target;
    }

    private static void Put(JsonObject target, string key, JsonNode value)
    {
        var before = target[key];
        target.Remove(key);
        target[key] = (before, value) switch
        {
            (JsonObject map, JsonObject changes) => Apply(map, changes),
            (_, JsonObject changes) => Apply([], changes),
            (JsonArray list, JsonArray changes) when key == "finalizers" => new JsonArray([
                .. list.Concat(changes).Select(one => (string)one!).Distinct().Select(one => (JsonNode)one),
            ]),
            (JsonArray list, JsonArray changes) when Keys.TryGetValue(key, out var by) => Merge(
                list,
                changes,
                KeyOf(by, changes)
            ),
            _ => value.DeepClone(),
        };
    }

    // A container's ports are known by containerPort, a Service's by port.
    private static string KeyOf(string by, JsonArray changes) =>
        by == "port" && changes.OfType<JsonObject>().Any(one => one["containerPort"] is not null)
            ? "containerPort"
            : by;

    private static JsonArray Merge(JsonArray list, JsonArray changes, string by)
    {
        var result = new JsonArray([.. list.Select(one => one?.DeepClone())]);
        foreach (var change in changes.OfType<JsonObject>())
        {
            if ((string?)change["$patch"] == "replace" && change.Count == 1)
            {
                result.Clear();
                continue;
            }

            var id = change[by]?.ToJsonString();
            var index = result.ToList().FindIndex(one => one?[by]?.ToJsonString() == id);
            if ((string?)change["$patch"] == "delete")
            {
                if (index >= 0)
                    result.RemoveAt(index);
            }
            else if (index < 0)
                result.Add(Apply([], change));
            else
                result[index] = Apply((JsonObject)result[index]!.DeepClone(), change);
        }

        return result;
    }

    private static void Remove(JsonObject target, string key, JsonArray gone)
    {
        if (target[key] is not JsonArray list)
            return;
        var names = gone.Select(one => one?.ToJsonString()).ToHashSet();
        foreach (var one in list.Where(one => names.Contains(one?.ToJsonString())).ToArray())
            list.Remove(one);
    }
}
