using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// What the captured rig calls one thing and the twin another: names, uids, revisions, page tokens. Learned while it
/// goes, by laying an answer of the twin beside the captured one.
/// </summary>
internal sealed class Translation
{
    private readonly Dictionary<string, string> _toTwin = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _toCapture = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, string> _revisions = [];
    private Regex? _there;
    private Regex? _back;

    public void Learn(string captured, string twin)
    {
        if (captured.Length < 3 || captured == twin || (_toTwin.TryGetValue(captured, out var known) && known == twin))
            return;
        if (known is not null)
            _toCapture.Remove(known);
        _toTwin[captured] = twin;
        _toCapture[twin] = captured;
        _there = _back = null;
    }

    public bool Knows(string captured) => _toTwin.ContainsKey(captured);

    public string? TwinOf(string captured) => _toTwin.GetValueOrDefault(captured);

    public bool IsTaken(string twin) => _toCapture.ContainsKey(twin);

    public string ToTwin(string text) => (_there ??= Any(_toTwin.Keys)).Replace(text, found => _toTwin[found.Value]);

    public string ToCapture(string text) =>
        (_back ??= Any(_toCapture.Keys)).Replace(text, found => _toCapture[found.Value]);

    public JsonNode? ToTwin(JsonNode? body) => body is null ? null : JsonNode.Parse(ToTwin(body.ToJsonString()));

    /// <summary>
    /// A captured revision as the twin's: the one that stood beside it, or the nearest before; tiny and huge ones
    /// stay what they are.
    /// </summary>
    public string Revision(string captured)
    {
        if (!long.TryParse(captured, out var wanted) || wanted < 100 || wanted > 1_000_000 || _revisions.Count == 0)
            return captured;
        return _revisions.LastOrDefault(one => one.Key <= wanted) is { Value: { } known }
            ? known
            : _revisions.First().Value;
    }

    /// <summary>What two exchanges of the same kind say of names, revisions and tags.</summary>
    public void Learn(Exchange captured, Exchange twin)
    {
        Learn(captured.Body, twin.Body);
        if (captured.Headers.TryGetValue("ETag", out var old) && twin.Headers.TryGetValue("ETag", out var now))
            Learn(old.Trim('"'), now.Trim('"'));
    }

    /// <summary>
    /// Lays two answers side by side and keeps what the server made up: uids, revisions, tokens, generated names.
    /// </summary>
    public void Learn(JsonNode? captured, JsonNode? twin)
    {
        if (captured is not JsonObject said || twin is not JsonObject says)
            return;
        if (said["metadata"] is JsonObject had && says["metadata"] is JsonObject has)
        {
            foreach (var key in (string[])["uid", "continue"])
            {
                if (Text(had[key]) is { Length: > 0 } old && Text(has[key]) is { Length: > 0 } now)
                    Learn(old, now);
            }

            if (had["generateName"] is not null && Text(had["name"]) is { } name && Text(has["name"]) is { } made)
                Learn(name, made);
            if (
                long.TryParse(Text(had["resourceVersion"]), out var revision)
                && Text(has["resourceVersion"]) is { } current
            )
                _revisions[revision] = current;
        }

        if (said["object"] is not null)
            Learn(said["object"], says["object"]);
    }

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    // The longest first: a name may begin with another.
    private static Regex Any(IEnumerable<string> words)
    {
        var all = words.OrderByDescending(word => word.Length).Select(Regex.Escape).ToArray();
        return all.Length == 0
            ? new Regex("(?!)")
            : new Regex($"(?<![A-Za-z0-9])(?:{string.Join('|', all)})(?![A-Za-z0-9])");
    }
}
