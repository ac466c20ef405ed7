using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>
/// The captures of a folder in the order that they were recorded in, with references between files followed.
/// </summary>
internal static class CaptureLibrary
{
    public static IReadOnlyList<OpenStackCapture> Read(string folder)
    {
        var files = new Dictionary<string, JsonObject?>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
            files[Path.GetFileName(file)] = JsonNode.Parse(File.ReadAllText(file)) as JsonObject;
        return
        [
            .. files
                .ToArray()
                .Where(file => file.Value is not null)
                .Select(file =>
                    Capture(Path.GetFileNameWithoutExtension(file.Key), file.Value!, name => Find(files, name))
                )
                .OrderBy(capture => capture.Seq)
                .ThenBy(capture => capture.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>A file beside it; a folder of a few captures may refer to what the shared set holds.</summary>
    private static JsonObject? Find(Dictionary<string, JsonObject?> files, string name)
    {
        if (files.TryGetValue(name, out var known))
            return known;
        var beside = Path.Combine(CapturesFolder.Shared, "openstack", name);
        return files[name] = File.Exists(beside) ? JsonNode.Parse(File.ReadAllText(beside)) as JsonObject : null;
    }

    private static OpenStackCapture Capture(string name, JsonObject file, Func<string, JsonObject?> find) =>
        new(
            name,
            (int?)file["seq"] ?? 0,
            (string?)file["command"] ?? "",
            (file["environment"] as JsonObject)?.ToDictionary(one => one.Key, one => (string?)one.Value ?? ""),
            (int?)file["exit"] ?? 0,
            file["stdout"] as JsonObject ?? [],
            (string?)file["stderr"] ?? "",
            (string?)file["note"] ?? "",
            Surmise.Untold([
                .. (file["exchanges"] as JsonArray ?? [])
                    .OfType<JsonObject>()
                    .Where(one => one["path"] is not null)
                    .Select(one => Exchange(one, find)),
            ]),
            file["timeline"] switch
            {
                JsonObject timeline => timeline,
                JsonValue text => JsonNode.Parse((string)text!) as JsonObject,
                _ => null,
            }
        );

    private static CapturedExchange Exchange(JsonObject one, Func<string, JsonObject?> find) =>
        new(
            (string?)one["service"] ?? "",
            (string)one["method"]!,
            (string)one["path"]!,
            (string?)one["query"] ?? "",
            Headers(one["request_headers"]),
            Resolve(one["request_body"], find),
            (int?)one["status"],
            Headers(one["response_headers"]),
            Resolve(one["response_body"], find),
            (string?)one["probe"] ?? ""
        );

    private static (string, string)[] Headers(JsonNode? headers) =>
        [
            .. (headers as JsonArray ?? [])
                .OfType<JsonArray>()
                .Select(pair => ((string)pair[0]!, (string?)pair[1] ?? "")),
        ];

    /// <summary>"SAME-AS file exchanges[n].response_body (but for ...)", also inside of a body.</summary>
    private static JsonNode? Resolve(JsonNode? body, Func<string, JsonObject?> find)
    {
        switch (body)
        {
            case JsonValue value
                when value.TryGetValue<string>(out var text) && text.StartsWith("SAME-AS ", StringComparison.Ordinal):
                return Referred(text, find);
            case JsonObject members:
                return new JsonObject(
                    members.Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value, find)?.DeepClone()))
                );
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Resolve(item, find)?.DeepClone())]);
            default:
                return body;
        }
    }

    private static JsonNode? Referred(string text, Func<string, JsonObject?> find)
    {
        var words = text.Split(' ', 4);
        var (file, place) = (words[1], words[2]);
        var index = int.Parse(place[(place.IndexOf('[') + 1)..place.IndexOf(']')]);
        if (find(file)?["exchanges"]?[index] is not JsonObject exchange)
            return JsonValue.Create(text);
        JsonNode? at = exchange;
        foreach (var step in place[(place.IndexOf(']') + 1)..].Split('.', StringSplitOptions.RemoveEmptyEntries))
            at = at?[step];
        return Resolve(at, find);
    }
}
