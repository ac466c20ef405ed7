using System.Text.Json.Nodes;

namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>One run of a real program on a host, as it was recorded (captures/host-tools/README.md).</summary>
internal sealed record HostCapture(
    string Name,
    string Program,
    string Version,
    string Situation,
    string Command,
    string? Stdin,
    int Exit,
    string Stdout,
    string Stderr
)
{
    /// <summary>The files that it ran with, by their path.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    /// <summary>A reading aid of who recorded it: it tells the situation too.</summary>
    public required string Answers { get; init; }

    /// <summary>What is known of the situation, in lower case.</summary>
    public string Told => $"{Situation} {Answers}".ToLowerInvariant();

    public bool Tells(params string[] words) => words.Any(word => Told.Contains(word, StringComparison.Ordinal));

    public static HostCapture Read(string file)
    {
        var json = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        return new HostCapture(
            Path.GetFileNameWithoutExtension(file),
            Text(json, "program"),
            Text(json, "version"),
            Text(json, "situation"),
            Text(json, "command"),
            (string?)json["stdin"],
            (int?)json["exit"] ?? 0,
            Text(json, "stdout"),
            Text(json, "stderr")
        )
        {
            Inputs = json["inputs"] is JsonObject inputs
                ? inputs.ToDictionary(input => input.Key, input => (string?)input.Value ?? "", StringComparer.Ordinal)
                : new Dictionary<string, string>(),
            Answers = Text(json, "answers"),
        };
    }

    private static string Text(JsonObject json, string key) => json[key]?.ToString() ?? "";
}
