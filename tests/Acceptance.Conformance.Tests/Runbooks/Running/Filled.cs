using Acceptance.Conformance.Tests.Runbooks.Finding;

namespace Acceptance.Conformance.Tests.Runbooks.Running;

/// <summary>
/// What the documents left open or lost, filled from a listed table (placeholders.tsv); the rest `twin run` fills.
/// </summary>
internal static class Filled
{
    private static readonly IReadOnlyList<IReadOnlyList<string>> Rows = Table.Read("placeholders.tsv");

    public static string In(string text) =>
        Rows.Aggregate(text, (filled, row) => filled.Replace(row[0], row[1], StringComparison.Ordinal));
}
