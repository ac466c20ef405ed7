using Acceptance.Surroundings;

namespace Acceptance.Architecture.Tests.Coverage;

/// <summary>
/// The table of what the runbooks hold: coverage.tsv in the folder `shared` beside the repository, or where
/// ACCEPTANCE_SHARED says.
/// </summary>
public sealed class CoverageTable
{
    private readonly IReadOnlyList<string[]> _rows;

    private CoverageTable(string text) =>
        _rows = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))];

    public IReadOnlySet<string> Tags => _rows.Select(row => row[0]).ToHashSet(StringComparer.Ordinal);

    public bool Holds(string tag) => Tags.Contains(tag) || _rows.SelectMany(Aliases).Contains(tag);

    /// <summary>The rows of one runbook, in its order.</summary>
    public IReadOnlyList<(string Tag, string Heading)> RowsOf(string runbook) =>
        [.. _rows.Where(row => row[1] == runbook).Select(row => (row[0], row[2]))];

    public IReadOnlyList<string> AliasesOf(string tag) => [.. _rows.Where(row => row[0] == tag).SelectMany(Aliases)];

    /// <summary>Without the table the test is skipped, but where CI is set that is a failure.</summary>
    public static CoverageTable Read() =>
        new(File.ReadAllText(SharedFolder.Need("coverage.tsv", "the tags are held against nothing")));

    public static CoverageTable Of(params string[] rows) =>
        new("tag\trunbook\theading\taliases\n" + string.Join('\n', rows));

    private static string[] Aliases(string[] row) =>
        row.ElementAtOrDefault(3)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
