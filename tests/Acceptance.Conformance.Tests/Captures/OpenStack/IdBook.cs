using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Acceptance.Conformance.Tests.Captures.OpenStack;

/// <summary>
/// Which object of the twin stands for which one of the capture: ids, and the addresses that differ by their first
/// octets.
/// </summary>
internal sealed partial class IdBook(int block)
{
    /// <summary>What tells one element of a list from another, in this order.</summary>
    private static readonly string[] Telling =
    [
        "id",
        "uuid",
        "name",
        "interface",
        "type",
        "hypervisor_hostname",
        "rel",
        "resource_class",
        "floating_ip_address",
        "cidr",
        "host",
    ];

    private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string? Of(string captured) => _known.GetValueOrDefault(captured);

    public void Learn(string captured, string twin)
    {
        if (captured.Length == 0 || captured == twin)
            return;
        _known[captured] = twin;
        _taken.Add(twin);
    }

    /// <summary>Some captured object stands for it already.</summary>
    public bool IsTaken(string twin) => _taken.Contains(twin);

    /// <summary>A captured text with the twin's ids and addresses in it.</summary>
    public string Translate(string captured)
    {
        var text = Id().Replace(captured, match => _known.GetValueOrDefault(match.Value, match.Value));
        return Address().Replace(text, match => $"127.{block}.{match.Groups[1].Value}");
    }

    public JsonNode? Translate(JsonNode? captured) =>
        captured switch
        {
            JsonObject members => new JsonObject(
                members.Select(member => KeyValuePair.Create(Translate(member.Key), Translate(member.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Translate)]),
            JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Translate(text)),
            _ => captured?.DeepClone(),
        };

    public static bool IsId(string text) => Id().Match(text) is { Success: true } match && match.Length == text.Length;

    public static IEnumerable<string> In(string text) => Id().Matches(text).Select(match => match.Value);

    /// <summary>
    /// Learns from two answers to the same question: what stands at the same place, lists by name and then by
    /// position.
    /// </summary>
    public void Align(JsonNode? captured, JsonNode? twin)
    {
        switch (captured, twin)
        {
            case (JsonObject left, JsonObject right):
                foreach (var (key, value) in left.Where(member => right.ContainsKey(member.Key)))
                    Align(value, right[key]);
                break;
            case (JsonArray left, JsonArray right):
                foreach (var (one, other) in Pairs(left, right))
                    Align(one, other);
                break;
            case (JsonValue left, JsonValue right)
                when left.TryGetValue<string>(out var text) && right.TryGetValue<string>(out var same):
                if (IsId(text) && IsId(same) && !_known.ContainsKey(text))
                    Learn(text, same);
                break;
        }
    }

    /// <summary>
    /// The elements of two lists that stand for each other: by a known id, by name, by position when both have as
    /// many.
    /// </summary>
    public IEnumerable<(JsonNode? Captured, JsonNode? Twin)> Pairs(JsonArray captured, JsonArray twin)
    {
        var open = twin.ToList();
        var rest = new List<JsonNode?>();
        foreach (var one in captured)
        {
            var found = open.FindIndex(other => Same(one, other));
            if (found < 0)
                rest.Add(one);
            else
            {
                yield return (one, open[found]);
                open.RemoveAt(found);
            }
        }

        if (captured.Count != twin.Count && captured.Any(one => one is JsonObject))
            yield break;
        foreach (var pair in rest.Zip(open))
            yield return pair;
    }

    private bool Same(JsonNode? captured, JsonNode? twin)
    {
        if (captured is not JsonObject left || twin is not JsonObject right)
            return false;
        foreach (var key in Telling)
        {
            if (
                left[key] is not JsonValue one
                || right[key] is not JsonValue other
                || !one.TryGetValue<string>(out var text)
                || !other.TryGetValue<string>(out var same)
                || text.Length == 0
            )
                continue;
            if (Translate(text) == same)
                return true;
            if (key is "name" or "interface" or "rel" or "host")
                return false;
        }

        if (left.ContainsKey("ethertype") && right.ContainsKey("ethertype"))
            return ((string[])["ethertype", "direction", "protocol", "port_range_min"]).All(key =>
                left[key]?.ToString() == right[key]?.ToString()
            );
        if (left["user"] is JsonObject user && right["user"] is JsonObject other2)
            return Translate((string?)user["id"] ?? "") == (string?)other2["id"]
                && Translate((string?)left["role"]?["id"] ?? "") == (string?)right["role"]?["id"]
                && (left["scope"] as JsonObject)?.FirstOrDefault().Key
                    == (right["scope"] as JsonObject)?.FirstOrDefault().Key;
        return left["keypair"] is JsonObject pair
            && right["keypair"] is JsonObject twins
            && (string?)pair["name"] == (string?)twins["name"];
    }

    [GeneratedRegex(@"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|\b[0-9a-f]{32}\b")]
    private static partial Regex Id();

    [GeneratedRegex(@"\b(?:10|127)\.12\.(\d{1,3}\.\d{1,3})\b")]
    private static partial Regex Address();
}
