using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Acceptance.Cloud.Twin.World.Ovn;

/// <summary>A value of an OVSDB column, as the tools of Open vSwitch and OVN print it.</summary>
public sealed partial record OvsdbValue
{
    private OvsdbValue(string text, JsonNode? json) => (Text, Json) = (text, json);

    /// <summary>As in a list: words bare, other strings in quotes.</summary>
    public string Text { get; }

    /// <summary>As in --format=json.</summary>
    public JsonNode? Json { get; }

    public static OvsdbValue Of(string text) => new(Quoted(text), JsonValue.Create(text));

    public static OvsdbValue Of(long number) => new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), JsonValue.Create(number));

    public static OvsdbValue Of(bool truth) => new(truth ? "true" : "false", JsonValue.Create(truth));

    public static OvsdbValue Uuid(string uuid) => new(uuid, new JsonArray("uuid", uuid));

    public static OvsdbValue Set(params IEnumerable<OvsdbValue> values)
    {
        var all = values.ToList();
        return new($"[{string.Join(", ", all.Select(value => value.Text))}]", new JsonArray("set", new JsonArray([.. all.Select(value => value.Json?.DeepClone())])));
    }

    public static OvsdbValue Map(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var all = pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        return new($"{{{string.Join(", ", all.Select(pair => $"{Quoted(pair.Key)}={Quoted(pair.Value)}"))}}}",
            new JsonArray("map", new JsonArray([.. all.Select(pair => (JsonNode)new JsonArray(pair.Key, Guid.TryParseExact(pair.Value, "D", out _) ? new JsonArray("uuid", pair.Value) : JsonValue.Create(pair.Value)))])));
    }

    private static string Quoted(string text) => Word().IsMatch(text) && text is not ("true" or "false") ? text : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>A word, or a uuid.</summary>
    [GeneratedRegex("^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$|^[a-zA-Z_][a-zA-Z0-9_.-]*$")]
    private static partial Regex Word();
}
