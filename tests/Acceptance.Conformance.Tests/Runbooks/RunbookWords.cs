using Acceptance.Conformance.Tests.Runbooks.Finding;

namespace Acceptance.Conformance.Tests.Runbooks;

/// <summary>
/// The programs and first two words that occur in the runbooks' lines: found by program, approved in
/// words.approved.txt.
/// </summary>
internal static class RunbookWords
{
    public const string File = "words.approved.txt";

    private static readonly Lazy<HashSet<string>> Words = new(() => [.. Approved.Lines(File)]);

    public static IReadOnlyCollection<string> All => Words.Value;

    /// <summary>
    /// Whether a captured command's program and first two words occur there; where a line has one word only (juju
    /// status), that one counts.
    /// </summary>
    public static bool Has(string command) =>
        CommandWords.Of(command) is { } words
        && (All.Contains(words) || All.Contains(string.Join(' ', words.Split(' ').Take(2))));

    /// <summary>
    /// What the runbooks hold, as the approved file holds it. A list of kinds (cluster,openstackcluster) counts kind
    /// by kind.
    /// </summary>
    public static IReadOnlyList<string> Found() =>
        [
            .. LineFinder
                .All()
                .Select(line => CommandWords.Of(line.Text))
                .OfType<string>()
                .Where(words => words.Contains(' '))
                .SelectMany(Kinds)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<string> Kinds(string words) =>
        words.Split(' ') switch
        {
            ["kubectl", var verb, var kinds] when kinds.Contains(',') => kinds
                .Split(',')
                .Select(kind => $"kubectl {verb} {kind}"),
            _ => [words],
        };
}
