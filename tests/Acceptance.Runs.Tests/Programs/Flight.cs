using System.Text.Json.Nodes;
using Acceptance.Cloud.Commands;
using Acceptance.Cloud.Operations;
using Acceptance.Cloud.Permits;

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

    /// <summary>
    /// Whether it only read: a request by its method; a command of the catalogue, or a program in one, word for word.
    /// </summary>
    public bool Reads =>
        Kind == "request"
            ? OperationCatalogue.Reads(Verb, Path)
            : CommandCatalogue.Reads(Words) || ReadingPrograms.Any(IsThis);

    /// <summary>The simple commands of what is read, a value of a slot as "$1".</summary>
    private static IReadOnlyList<string[]> ReadingPrograms { get; } =
    [
        .. CommandCatalogue
            .All.Where(command => command.Needs == Permit.Observe)
            .Select(command => command.Script ?? string.Join(' ', command.Words.Select(Shown)))
            .SelectMany(text =>
                text.Split([";", "|", "&&", "$(", "then ", "else ", "if "], StringSplitOptions.TrimEntries)
            )
            .Select(simple =>
                simple
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .SkipWhile(word => word is "sudo" or "-n" || word.Contains('=', StringComparison.Ordinal))
                    .TakeWhile(word => word != "2>&1")
                    .Select(word => word.Trim('"', '\'', ')'))
                    .ToArray()
            ),
    ];

    private static string Shown(Word word) => word is Word.Fixed one ? one.Text : "$1";

    private bool IsThis(string[] read)
    {
        string[] words = [.. Words.SkipWhile(word => word is "sudo" or "-n")];
        return read.Length == words.Length && read.Zip(words).All(pair => IsThis(pair.First, pair.Second));
    }

    /// <summary>A host's root lies somewhere in the twin's home.</summary>
    private static bool IsThis(string read, string word) =>
        read == word || read.StartsWith('$') || (read.StartsWith('/') && word.EndsWith(read, StringComparison.Ordinal));

    private IReadOnlyList<string> Words =>
        Argv.Count > 0 && System.IO.Path.GetFileName(Argv[0]) == Verb ? Argv : [Verb, .. Argv];

    public override string ToString() =>
        Kind == "request" ? $"{Where}: {Verb} {Path} -> {Status}" : $"{Where}$ {string.Join(' ', Words)}";
}
