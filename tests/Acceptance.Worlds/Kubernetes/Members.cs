using System.Globalization;
using System.Text.Json.Nodes;

namespace Acceptance.Worlds.Kubernetes;

/// <summary>The members of a stored object: the world keeps Kubernetes' objects in their own shape.</summary>
internal static class Members
{
    public static string? Text(this JsonNode? node, string name) => (string?)Member(node, name);

    public static int Number(this JsonNode? node, string name) =>
        int.TryParse(Member(node, name)?.ToString(), CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static bool Flag(this JsonNode? node, string name) => (bool?)Member(node, name) ?? false;

    public static JsonNode? Member(this JsonNode? node, string name) => (node as JsonObject)?[name];

    public static IEnumerable<JsonObject> Items(this JsonNode? node, string name) =>
        (Member(node, name) as JsonArray ?? []).OfType<JsonObject>();

    public static IReadOnlyDictionary<string, string> Texts(this JsonNode? node, string name) =>
        (Member(node, name) as JsonObject ?? [])
            .Where(member => member.Value is not null)
            .ToDictionary(member => member.Key, member => (string)member.Value!, StringComparer.Ordinal);

    public static DateTimeOffset? Moment(this JsonNode? node, string name) =>
        Text(node, name) is { } text
            ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
            : null;
}
