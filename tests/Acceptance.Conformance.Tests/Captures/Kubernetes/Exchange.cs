using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>One request to an API server and what came back, captured or recorded now.</summary>
internal sealed record Exchange(string Method, string Path, string Query)
{
    public IReadOnlyDictionary<string, string> RequestHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// JSON, a text (YAML, broken JSON), or null; a protobuf message is an object with the member $binary.
    /// </summary>
    public JsonNode? RequestBody { get; init; }

    /// <summary>0: there was no answer, or it was not recorded.</summary>
    public int Status { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>JSON, or a JSON string that holds a text.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>The frames of a watch, with their seconds after the exchange began; null: no watch.</summary>
    public IReadOnlyList<(double After, JsonObject Frame)>? Frames { get; init; }

    public bool EndedByServer { get; init; }

    public bool Watches => Frames is not null;

    /// <summary>It leaves the cluster as it was.</summary>
    public bool Reads =>
        Method is "GET" or "HEAD"
        || Path.Contains("reviews", StringComparison.Ordinal)
        || Query.Contains("dryRun=All", StringComparison.Ordinal);

    public ApiPath? Object => ApiPath.Parse(Path);

    public string Accept => RequestHeaders.GetValueOrDefault("Accept", "");

    /// <summary>A media type without its spaces.</summary>
    public string ContentType =>
        Headers.GetValueOrDefault("Content-Type", "").Replace(" ", "", StringComparison.Ordinal);

    public static bool IsBinary(JsonNode? body) => body is JsonObject map && map.ContainsKey("$binary");
}
