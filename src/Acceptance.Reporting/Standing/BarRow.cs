using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.Standing;

/// <summary>A row of the D-011 table.</summary>
/// <param name="Verdict">The worst of its scenarios; null when none of them ran.</param>
public sealed record BarRow(BarItem Item, Verdict? Verdict, IReadOnlyList<ScenarioRecord> Scenarios)
{
    private static readonly string[] Bar =
    [
        .. ExitGate.Functional.Where(tag => tag.StartsWith("D-011.", StringComparison.Ordinal)),
        ExitGate.Formal,
        ExitGate.Deferred,
    ];

    public string Word => Verdict?.Word ?? "not run";

    public Sentence Sentence => Verdict?.Sentence ?? $"no scenario of it ran";

    /// <summary>What is said beside the word; empty when nothing ran.</summary>
    public Sentence Beside =>
        Verdict switch
        {
            null => Sentence.Empty,
            // The gate repeats every row above it: here it only counts them.
            Verdict.Broken gate when Item.Id == "phase-08.exit" =>
                $"{Spoken.Count(gate.Findings.Count, "scenario")} of the bar not proven",
            _ => Verdict.Beside(),
        };

    public static IReadOnlyList<BarRow> Of(IReadOnlyList<ScenarioRecord> scenarios) =>
        [.. BarItem.All.Select(item => Row(item, scenarios))];

    private static BarRow Row(BarItem item, IReadOnlyList<ScenarioRecord> scenarios)
    {
        string[] tags = item.Id == "phase-08.4" ? Bar : [item.Id];
        ScenarioRecord[] own = [.. scenarios.Where(one => one.IsAcceptance && one.Tags.Any(tags.Contains))];
        if (item.Id != "phase-08.4")
            return new BarRow(item, ExitGate.Row(scenarios, item.Id), own);
        var rows = tags.Select(tag => ExitGate.Row(scenarios, tag)).OfType<Verdict>().ToArray();
        return new BarRow(
            item,
            rows.Length == 0 ? null
                : rows.Length < tags.Length && rows.All(row => row.Passes)
                    ? Verdict.NotKnown($"a part of D-011 did not run")
                : Whole(rows),
            own
        );
    }

    // Eight sentences in one are no sentence: when all stand, say that they do.
    private static Verdict Whole(Verdict[] rows) =>
        Verdict.All(rows) switch
        {
            Verdict.Kept kept => new Verdict.Kept($"each item of D-011 is kept", kept.Evidence),
            Verdict.Broken => Verdict.Break(
                $"{rows.Count(row => row is Verdict.Broken)} of 8 items are broken",
                "D-011",
                null
            ),
            var other => other,
        };
}
