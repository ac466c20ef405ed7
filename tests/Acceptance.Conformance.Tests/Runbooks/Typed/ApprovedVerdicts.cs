using Acceptance.Conformance.Tests.Runbooks.Finding;

namespace Acceptance.Conformance.Tests.Runbooks.Typed;

/// <summary>
/// What became of each line when a person last read it (verdicts.approved.tsv, oneliners.approved.tsv): it only gets
/// better. The last column is that person's: why a line is refused.
/// </summary>
internal static class ApprovedVerdicts
{
    public const string Lines = "verdicts.approved.tsv";
    public const string OneLiners = "oneliners.approved.tsv";

    public static IReadOnlyDictionary<string, Verdict> Read(string file) =>
        Rows(file).ToDictionary(row => row[1], row => new Verdict(row[0], row[2]));

    public static IEnumerable<string> WithoutReason(string file) =>
        Rows(file).Where(row => row[0] != "passes" && (row.Count < 4 || row[3].Length == 0)).Select(row => row[1]);

    public static void Approve(string file, IEnumerable<(string Line, Verdict Verdict)> all)
    {
        var why = Rows(file).Where(row => row.Count > 3).ToDictionary(row => row[1], row => row[3]);
        File.WriteAllText(
            Table.PathOf(file),
            "# What becomes of each line: verdict, line, its last words, why that is right. "
                + "ACCEPTANCE_LONG=1 ACCEPTANCE_APPROVE=1 writes it anew and keeps the last column.\n"
                + string.Concat(
                    all.Select(one =>
                        $"{one.Verdict.Word}\t{one.Line}\t{one.Verdict.Says}\t{why.GetValueOrDefault(one.Line, "")}\n"
                    )
                )
        );
    }

    private static IReadOnlyList<IReadOnlyList<string>> Rows(string file) =>
        File.Exists(Table.PathOf(file)) ? Table.Read(file) : [];
}
