using System.Globalization;
using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.World.Kubernetes.Store;

namespace Acceptance.Cloud.Twin.Wire.Kubernetes;

/// <summary>RFC 6902: add, remove, replace, test, copy, move.</summary>
internal static class JsonPatch
{
    public static JsonObject Apply(JsonObject target, JsonArray operations)
    {
        foreach (var operation in operations.OfType<JsonObject>())
        {
            var path = Split((string?)operation["path"] ?? "");
            switch ((string?)operation["op"])
            {
                case "add":
                    Add(target, path, operation["value"]?.DeepClone(), insert: true);
                    break;
                case "replace":
                    if (Find(target, path) is null)
                        throw Rejected();
                    Add(target, path, operation["value"]?.DeepClone(), insert: false);
                    break;
                case "remove":
                    Remove(target, path);
                    break;
                case "test":
                    if (!JsonNode.DeepEquals(Find(target, path), operation["value"]))
                        throw Rejected();
                    break;
                case "copy" or "move":
                    var from = Split((string?)operation["from"] ?? "");
                    var value = Find(target, from)?.DeepClone();
                    if ((string?)operation["op"] == "move")
                        Remove(target, from);
                    Add(target, path, value, insert: true);
                    break;
                default:
                    throw Rejected();
            }
        }

        return target;
    }

    private static KubeRefusedException Rejected() =>
        new(422, "Invalid", "the server rejected our request due to an error in our request", []);

    private static string[] Split(string pointer) =>
        [
            .. pointer
                .Split('/')
                .Skip(1)
                .Select(part =>
                    part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
                ),
        ];

    private static JsonNode? Find(JsonNode? node, IEnumerable<string> path)
    {
        foreach (var part in path)
        {
            node = node switch
            {
                JsonObject map => map[part],
                JsonArray list
                    when int.TryParse(part, CultureInfo.InvariantCulture, out var index) && index < list.Count => list[
                    index
                ],
                _ => null,
            };
        }

        return node;
    }

    private static void Add(JsonObject target, string[] path, JsonNode? value, bool insert)
    {
        switch (Find(target, path[..^1]))
        {
            case JsonObject map:
                map[path[^1]] = value;
                break;
            case JsonArray list when path[^1] == "-":
                list.Add(value);
                break;
            case JsonArray list
                when int.TryParse(path[^1], CultureInfo.InvariantCulture, out var index) && index <= list.Count:
                if (insert)
                    list.Insert(index, value);
                else
                    list[index] = value;
                break;
            default:
                throw Rejected();
        }
    }

    private static void Remove(JsonObject target, string[] path)
    {
        switch (Find(target, path[..^1]))
        {
            case JsonObject map when map.ContainsKey(path[^1]):
                map.Remove(path[^1]);
                break;
            case JsonArray list
                when int.TryParse(path[^1], CultureInfo.InvariantCulture, out var index) && index < list.Count:
                list.RemoveAt(index);
                break;
            default:
                throw Rejected();
        }
    }
}
