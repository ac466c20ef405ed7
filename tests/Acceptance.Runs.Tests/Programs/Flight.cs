using System.Text.Json.Nodes;
using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Permits;

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

    public Permit Needs => Kind == "request" ? PermitTable.ForRequest(Verb, Path) : PermitTable.ForArgv(Words);

    private IReadOnlyList<string> Words =>
        Argv.Count > 0 && System.IO.Path.GetFileName(Argv[0]) == Verb ? Argv : [Verb, .. Argv];

    public override string ToString() =>
        Kind == "request" ? $"{Where}: {Verb} {Path} -> {Status}" : $"{Where}$ {string.Join(' ', Words)}";
}
