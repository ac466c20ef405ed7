using System.Text.Json.Nodes;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Shells;

namespace Acceptance.Cli.Twins;

/// <summary>One entry of the flight recorder, as a line.</summary>
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

    /// <summary>
    /// Whether it only read: a request by its method, asking for a token, a command of the catalogue word for word.
    /// </summary>
    public bool Reads =>
        Kind == "request" ? OperationCatalogue.Reads(Verb, PathOf(Url)) : CommandCatalogue.Reads(Words);

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
