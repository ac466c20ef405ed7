using System.Text.Json.Nodes;
using Acceptance.Cloud.Commands;

namespace Acceptance.Runs.Tests.Programs;

/// <summary>One entry of the flight recorder.</summary>
internal sealed record Flight(
    string Kind,
    string Where,
    string Verb,
    string Path,
    IReadOnlyList<string> Argv,
    int Status
)
{
    public static Flight Of(JsonNode? entry) =>
        new(
            (string)entry!["kind"]!,
            (string)entry["where"]!,
            (string)entry["verb"]!,
            ((string)entry["url"]!).Split('?')[0],
            [.. entry["argv"]!.AsArray().Select(word => (string)word!)],
            (int)entry["status"]!
        );

    /// <summary>Whether it only read: a request by its method, a command of the catalogue word for word.</summary>
    public bool Reads =>
        Kind == "request"
            ? Verb is "GET" or "HEAD" or "OPTIONS"
                || (Verb == "POST" && Path.EndsWith("/auth/tokens", StringComparison.Ordinal))
            : CommandCatalogue.Reads(Words);

    private IReadOnlyList<string> Words =>
        Argv.Count > 0 && System.IO.Path.GetFileName(Argv[0]) == Verb ? Argv : [Verb, .. Argv];

    public override string ToString() =>
        Kind == "request" ? $"{Where}: {Verb} {Path} -> {Status}" : $"{Where}$ {string.Join(' ', Words)}";
}
