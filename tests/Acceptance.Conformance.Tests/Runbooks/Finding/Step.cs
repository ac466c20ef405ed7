namespace Acceptance.Conformance.Tests.Runbooks.Finding;

/// <summary>
/// A step of a runbook that an operator goes through, by its heading. The table says which there must be (steps.tsv).
/// </summary>
/// <param name="Id">capi-5c, 08-8.0, 08-D-011.4, restart-2 ...; "-" ends the step before it.</param>
/// <param name="Inline">Its command stands in a sentence, not in a block of its own.</param>
internal sealed record Step(string Id, string Runbook, string Heading, bool Inline)
{
    public static IReadOnlyList<Step> All { get; } =
    [.. Table.Read("steps.tsv").Select(row => new Step(row[0], row[1], row[2], row.Count > 3 && row[3] == "inline"))];

    public bool BeginsAt(string line) =>
        line.TrimStart(' ', '•', '*', '#').StartsWith(Heading, StringComparison.Ordinal);
}
