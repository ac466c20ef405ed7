using Acceptance.Conformance.Tests.Runbooks.Finding;
using Acceptance.Conformance.Tests.Runbooks.Gates;
using Acceptance.Conformance.Tests.Runbooks.Running;

namespace Acceptance.Conformance.Tests.Runbooks;

/// <summary>
/// Block, gate, reached as root and without (reached.approved.tsv): it only gets better. A step whose block the
/// documents lack is listed as such.
/// </summary>
internal static class ReachedTable
{
    public const string Reached = "reached";
    public const string NotReached = "not reached";
    public const string NoBlock = "no block";

    private const string FileName = "reached.approved.tsv";
    private const string Unknown = "not shown";
    private static readonly Lock Writing = new();

    /// <summary>Who went through it, in the order of the columns.</summary>
    public static IReadOnlyList<string> Operators { get; } = ["root", "no root"];

    public static IReadOnlyList<IReadOnlyList<string>> Approved =>
        File.Exists(Table.PathOf(FileName)) ? Table.Read(FileName) : [];

    /// <summary>Every step in its order: the block and what it must print, or that there is none.</summary>
    public static IEnumerable<(string Block, string Gate)> Steps()
    {
        foreach (var step in Step.All.Where(step => step.Id != "-"))
        {
            var blocks = Evening.Blocks.Values.Where(block => block.Step == step).ToArray();
            if (blocks.Length == 0)
                yield return (step.Id, NoBlock);
            foreach (var block in blocks)
                yield return (block.Id, Words(GateTable.Of(block.Id)));
        }
    }

    /// <summary>Writes one operator's outcomes into the file, and leaves the rest of it as it was.</summary>
    public static void Approve(string who, IReadOnlyDictionary<string, string> outcomes)
    {
        lock (Writing)
        {
            var before = Approved.ToDictionary(row => row[0]);
            var rows = Steps()
                .Select(step =>
                    string.Join(
                        '\t',
                        (string[])
                            [
                                step.Block,
                                step.Gate,
                                .. Operators.Select(
                                    (name, at) =>
                                        Cell(
                                            step,
                                            name == who ? outcomes : null,
                                            before.GetValueOrDefault(step.Block)?.ElementAtOrDefault(at + 2)
                                        )
                                ),
                            ]
                    )
                );
            File.WriteAllText(
                Table.PathOf(FileName),
                "# Block, its gate (what is printed; after \"but not\", what is not), reached as root, "
                    + "reached without. ACCEPTANCE_APPROVE=1 ACCEPTANCE_LONG=1 ACCEPTANCE_ORDINARY_USER=USER "
                    + "writes it anew.\n"
                    + string.Join('\n', rows)
                    + "\n"
            );
        }
    }

    private static string Cell(
        (string Block, string Gate) step,
        IReadOnlyDictionary<string, string>? outcomes,
        string? before
    ) => step.Gate == NoBlock ? NoBlock : outcomes?.GetValueOrDefault(step.Block) ?? before ?? Unknown;

    private static string Words(Gate gate) =>
        string.Join("  and  ", gate.Prints)
        + (gate.Never.Count > 0 ? $"  but not  {string.Join("  nor  ", gate.Never)}" : "");
}
