using System.Text.Json;
using System.Text.Json.Nodes;
using Acceptance.Surroundings;

namespace Acceptance.Live.Tests;

/// <summary>
/// What real services said (../shared/captures beside the repository). Absent: the test is skipped, but in CI it
/// fails.
/// </summary>
internal static class Captures
{
    public static JsonObject Read(string folder, string name)
    {
        var file = Path.Combine("captures", folder, name + ".json");
        return JsonNode
            .Parse(File.ReadAllText(SharedFolder.Need(file, "the drivers are held against nothing")))!
            .AsObject();
    }

    /// <summary>The body of the exchange that asked this path, with references to other files followed.</summary>
    public static string Body(string folder, string name, string method, string path)
    {
        var exchange = Read(folder, name)["exchanges"]!
            .AsArray()
            .Last(one => (string)one!["method"]! == method && (string)one["path"]! == path)!;
        return Resolve(folder, exchange["response_body"]);
    }

    /// <summary>Every exchange of every capture in the folder that has an answer.</summary>
    public static IEnumerable<JsonObject> Exchanges(string folder)
    {
        // Names one that is in every set, so that an absent folder is told as ever.
        _ = Read(folder, "server-list-all-projects");
        return Directory
            .EnumerateFiles(SharedFolder.PathOf("captures", folder), "*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["exchanges"]?.AsArray() ?? [])
            .OfType<JsonObject>()
            .Where(exchange => exchange["status"]?.GetValueKind() == JsonValueKind.Number);
    }

    public static string BodyOf(string folder, JsonObject exchange) => Resolve(folder, exchange["response_body"]);

    public static string Stdout(string name) => (string)Read("host-tools", name)["stdout"]!;

    private static string Resolve(string folder, JsonNode? body)
    {
        if (body?.GetValueKind() != JsonValueKind.String)
            return body?.ToJsonString() ?? "";
        var text = (string)body!;
        if (!text.StartsWith("SAME-AS ", StringComparison.Ordinal))
            return text;
        var (file, index) = (
            text[8..text.IndexOf(".json", StringComparison.Ordinal)],
            text[(text.IndexOf('[') + 1)..text.IndexOf(']')]
        );
        return Resolve(folder, Read(folder, file)["exchanges"]![int.Parse(index)]!["response_body"]);
    }
}
