using System.Globalization;
using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.Kubernetes;

/// <summary>
/// One file of the folder: what was typed, by whom, on which cluster, what it printed and what went over the wire.
/// </summary>
internal sealed class KubeCapture
{
    private readonly JsonObject _file;

    public KubeCapture(string name, JsonObject file, Func<JsonNode?, JsonNode?> resolve)
    {
        (Name, _file) = (name, file);
        Exchanges = [.. (file["exchanges"] as JsonArray ?? []).OfType<JsonObject>().Select(one => Read(one, resolve))];
        At = Exchanges.Select(one => one.Headers.GetValueOrDefault("Date")).FirstOrDefault(date => date is not null)
            is { } date
            ? DateTimeOffset.Parse(date, CultureInfo.InvariantCulture)
            : DateTimeOffset.MinValue;
    }

    public string Name { get; }

    public string Command => Text("command");

    /// <summary>wl, mgmt, mgmt-v1beta1, or a sentence about a stand-in.</summary>
    public string Cluster => Text("cluster");

    public string Identity => Text("identity");

    public string Client => Text("client");

    public bool Cold => Text("discovery_cache") == "cold";

    public int? Exit => (int?)_file["exit"];

    public double Seconds => (double?)_file["elapsed_seconds"] ?? 0;

    public string Stdout => Text("stdout");

    public string Stderr => Text("stderr");

    public string? Stdin => (string?)_file["stdin"];

    public IReadOnlyDictionary<string, string> Files =>
        (_file["files"] as JsonObject ?? []).ToDictionary(one => one.Key, one => one.Value?.ToString() ?? "");

    public IReadOnlyList<Exchange> Exchanges { get; }

    /// <summary>When its first answer came; the beginning of time when nothing answered.</summary>
    public DateTimeOffset At { get; }

    public bool IsKubectl => Command.StartsWith("kubectl ", StringComparison.Ordinal);

    /// <summary>A watch that a person ended: kubectl says nothing then, and exits 1.</summary>
    public bool Interrupted =>
        Exit == 1 && Stderr.Length == 0 && Exchanges.Any(one => one is { Watches: true, EndedByServer: false });

    private string Text(string member) => (string?)_file[member] ?? "";

    private static Exchange Read(JsonObject one, Func<JsonNode?, JsonNode?> resolve)
    {
        var began = (double?)one["at_seconds"] ?? 0;
        return new Exchange((string)one["method"]!, (string)one["path"]!, (string?)one["query"] ?? "")
        {
            RequestHeaders = Headers(one["request_headers"]),
            RequestBody = resolve(one["request_body"]),
            Status = (int?)one["status"] ?? 0,
            Headers = Headers(one["response_headers"]),
            Body = resolve(one["response_body"]),
            Frames = one["response_frames"] is JsonArray frames
                ?
                [
                    .. frames
                        .OfType<JsonObject>()
                        .Select(frame =>
                            (((double?)frame["at_seconds"] ?? 0) - began, (JsonObject)resolve(frame["frame"])!)
                        ),
                ]
                : null,
            EndedByServer = (string?)one["stream_ended_by"] == "server",
        };
    }

    private static Dictionary<string, string> Headers(JsonNode? node) =>
        (node as JsonObject ?? []).ToDictionary(
            one => one.Key,
            one => one.Value?.ToString() ?? "",
            StringComparer.OrdinalIgnoreCase
        );
}
