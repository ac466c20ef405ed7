using System.Text.Json.Nodes;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Shells;
using Acceptance.Decisions.Permits;

namespace Acceptance.Cli.Twins;

/// <summary>One entry of the flight recorder, as a line and as what it needs by the permit table.</summary>
internal sealed record FlightLine(
    string At,
    string Kind,
    string Where,
    string Verb,
    string Url,
    IReadOnlyList<string> Argv,
    int Status
)
{
    public static FlightLine Of(JsonNode entry) =>
        new(
            entry["at"]!.GetValue<string>(),
            entry["kind"]!.GetValue<string>(),
            entry["where"]!.GetValue<string>(),
            entry["verb"]!.GetValue<string>(),
            entry["url"]!.GetValue<string>(),
            [.. entry["argv"]!.AsArray().Select(word => word!.GetValue<string>())],
            entry["status"]!.GetValue<int>()
        );

    public Permit Needs => Kind == "request" ? PermitTable.ForRequest(Verb, PathOf(Url)) : PermitTable.ForArgv(Words);

    public string Text =>
        Kind == "request"
            ? $"{At} {Where} {Verb} {Url} -> {Status}"
            : $"{At} {Where}$ {string.Join(' ', Words.Select(ShellQuoting.QuoteIfNeeded))} -> exit {Status}";

    /// <summary>The program and its arguments, whether or not the recorder kept the program among them.</summary>
    private IReadOnlyList<string> Words => Argv.Count > 0 && Path.GetFileName(Argv[0]) == Verb ? Argv : [Verb, .. Argv];

    private static string PathOf(string url) =>
        (
            Uri.TryCreate(url, UriKind.Absolute, out var whole) && whole.Scheme != "file" ? whole.AbsolutePath : url
        ).Split('?')[0];
}
