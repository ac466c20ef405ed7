using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// All captures of the folder in the order in which they were recorded, and every object that any of them shows.
/// </summary>
internal sealed partial class CaptureShelf
{
    private readonly Dictionary<string, JsonObject> _files;
    private readonly Dictionary<string, JsonObject?> _beside = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Uid, long Revision), JsonObject> _bodies = [];

    public CaptureShelf(string folder)
    {
        _files = Directory
            .EnumerateFiles(folder, "*.json")
            .ToDictionary(
                file => Path.GetFileName(file),
                file => JsonNode.Parse(System.IO.File.ReadAllText(file))!.AsObject()
            );
        Captures =
        [
            .. _files
                .Where(file => file.Value.ContainsKey("command"))
                .Select(file => new KubeCapture(file.Key[..^5], file.Value, Resolve))
                .OrderBy(one => one.At)
                .ThenBy(Newest)
                .ThenBy(one => one.Name, StringComparer.Ordinal),
        ];
        foreach (var body in Captures.SelectMany(one => one.Exchanges).SelectMany(Bodies))
            Keep(body);
    }

    public IReadOnlyList<KubeCapture> Captures { get; }

    /// <summary>
    /// The fullest known body of an object at a revision: the newest that is not younger, else the oldest.
    /// </summary>
    public JsonObject? Body(string uid, long revision)
    {
        var known = _bodies.Where(one => one.Key.Uid == uid).OrderBy(one => one.Key.Revision).ToArray();
        // What is only known of later says nothing of a pod: it was not yet what it became.
        return known.LastOrDefault(one => one.Key.Revision <= revision).Value
            ?? known.FirstOrDefault(one => (string?)one.Value["kind"] != "Pod").Value;
    }

    /// <summary>Every whole object that an answer shows: itself, the items of a list, the objects of a watch.</summary>
    public static IEnumerable<JsonObject> Bodies(Exchange exchange)
    {
        var roots = (exchange.Frames ?? [])
            .Select(frame => frame.Frame["object"])
            .Append(exchange.Body)
            .OfType<JsonObject>();
        foreach (var root in roots)
        {
            if (root["items"] is JsonArray items)
            {
                foreach (var item in items.OfType<JsonObject>())
                    yield return Named(item, root);
            }
            else if (root["metadata"]?["uid"] is not null)
                yield return root;
        }
    }

    public static long Revision(JsonNode? body) =>
        long.TryParse(
            ((body as JsonObject)?["metadata"] as JsonObject)?["resourceVersion"]?.ToString(),
            out var revision
        )
            ? revision
            : 0;

    // The items of a core list say neither kind nor version.
    private static JsonObject Named(JsonObject item, JsonObject list)
    {
        if (item["kind"] is not null)
            return item;
        var named = (JsonObject)item.DeepClone();
        named["kind"] = ((string?)list["kind"] ?? "").Replace("List", "", StringComparison.Ordinal);
        named["apiVersion"] = (string?)list["apiVersion"];
        return named;
    }

    private static long Newest(KubeCapture capture) =>
        capture.Exchanges.Select(one => Revision(one.Body)).DefaultIfEmpty().Max();

    private void Keep(JsonObject body)
    {
        // Metadata alone is not the object.
        if ((string?)body["kind"] != "PartialObjectMetadata" && (string?)body["metadata"]?["uid"] is { } uid)
            _bodies[(uid, Revision(body))] = body;
    }

    private JsonNode? Resolve(JsonNode? node)
    {
        if (
            node is not JsonObject map
            || (string?)map["$same_as"] is not { } where
            || Place().Match(where) is not { Success: true } place
        )
            return node;
        var exchange = File(place.Groups[1].Value)?["exchanges"]?[int.Parse(place.Groups[2].Value)];
        // Nor there: the reference stands for a body that nobody knows.
        return exchange is null ? node : Resolve(exchange["response_body"]);
    }

    /// <summary>A file beside it; a folder of a few captures may refer to what the shared set holds.</summary>
    private JsonObject? File(string name)
    {
        if (_files.TryGetValue(name, out var known))
            return known;
        var shared = Path.Combine(CapturesFolder.Shared, "kubernetes", name);
        return _beside.TryGetValue(name, out var read)
            ? read
            : _beside[name] = System.IO.File.Exists(shared)
                ? JsonNode.Parse(System.IO.File.ReadAllText(shared)) as JsonObject
                : null;
    }

    [GeneratedRegex(@"^(.+\.json)#exchanges\[(\d+)\]")]
    private static partial Regex Place();
}
