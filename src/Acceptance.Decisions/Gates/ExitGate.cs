using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Gates;

/// <summary>
/// The exit gate of phase-08: judges the verdicts recorded in the run and reads nothing live. Two levels:
/// functionally accepted (D-011.1 to .6 with phase-08), formally closed (D-011.7 too; D-011.8 is deferred).
/// </summary>
public static class ExitGate
{
    /// <summary>What must have been proven, each with one scenario at least.</summary>
    public static IReadOnlyList<string> Functional { get; } =
    [
        "phase-08.0",
        "phase-08.1",
        "phase-08.2",
        "phase-08.3",
        "D-011.1",
        "D-011.2",
        "D-011.3",
        "D-011.4",
        "D-011.5",
        "D-011.6",
    ];

    public const string Formal = "D-011.7";

    public const string Deferred = "D-011.8";

    /// <summary>8.5 is optional: asked when the run made the cluster (DESIGN 7).</summary>
    public const string Optional = "phase-08.5";

    /// <summary>Whether it is an item of the bar, whose waiver goes by a scenario's tag.</summary>
    public static bool IsItem(string tag) =>
        tag.StartsWith("D-011.", StringComparison.Ordinal)
        && (Functional.Contains(tag) || tag is Formal or Deferred or Optional);

    public static AcceptanceLevel Level(IReadOnlyList<ScenarioRecord> scenarios)
    {
        if (
            !Functional.All(tag => Proven(scenarios, tag))
            || Tagged(scenarios, Optional).Any(one => one.Verdict is Verdict.Broken or Verdict.Unknown)
        )
            return AcceptanceLevel.NotAccepted;
        return
            Tagged(scenarios, Formal) is { Count: > 0 } formal
            && formal.All(one => one.Verdict is Verdict.Kept or Verdict.Recovered)
            ? AcceptanceLevel.FormallyClosed
            : AcceptanceLevel.FunctionallyAccepted;
    }

    public static Verdict Judge(IReadOnlyList<ScenarioRecord> scenarios)
    {
        var missing = Functional.Where(tag => Tagged(scenarios, tag).Count == 0).ToArray();
        if (missing.Length > 0)
            return Verdict.NotKnown($"{string.Join(", ", missing)} did not run");
        Finding[] findings = [.. Unproven(scenarios)];
        var open = Functional.Where(tag => !Proven(scenarios, tag)).ToArray();
        // What was not asked fails nothing and never counts as accepted (DESIGN 6.2).
        if (findings.Length == 0 && open.Length > 0)
            return new Verdict.NotAsked(
                $"{string.Join(", ", open)} not asked on this site, so the bar is not whole and the cloud is "
                    + $"neither accepted nor refused"
            );
        return Verdict.From(
            findings,
            () =>
                Level(scenarios) == AcceptanceLevel.FormallyClosed
                    ? (Sentence)$"D-011.1 to D-011.7 are proven: the gate is formally closed"
                    : $"D-011.1 to D-011.6 are proven: the cloud is functionally accepted; "
                        + $"D-011.7 is {Row(scenarios, Formal)?.Word ?? "not run"}, "
                        + $"so the gate is not formally closed"
        );
    }

    private static IEnumerable<Finding> Unproven(IReadOnlyList<ScenarioRecord> scenarios) =>
        Functional
            .Append(Optional)
            .Append(Formal)
            .Append(Deferred)
            .SelectMany(tag => Tagged(scenarios, tag))
            .Where(one => !one.Verdict.Passes && one.Verdict is not Verdict.NotAsked)
            .DistinctBy(one => one.Title)
            .Select(one => new Finding(
                $"{Item(one)} {one.Title}: {one.Verdict.Sentence}",
                Item(one),
                one.Verdict.RoutesTo,
                Acceptance.Cloud.Evidence.None
            ));

    /// <summary>
    /// The row of an item in the D-011 table: its verdicts, worst first; null when no scenario of it ran.
    /// </summary>
    public static Verdict? Row(IReadOnlyList<ScenarioRecord> scenarios, string tag) =>
        Tagged(scenarios, tag) is { Count: > 0 } own ? Verdict.All([.. own.Select(one => one.Verdict)]) : null;

    private static bool Proven(IReadOnlyList<ScenarioRecord> scenarios, string tag) =>
        Tagged(scenarios, tag) is { Count: > 0 } own
        && own.Any(one => one.Verdict.Passes)
        && own.All(one => one.Verdict.Passes || one.Verdict is Verdict.NotAsked);

    private static IReadOnlyList<ScenarioRecord> Tagged(IReadOnlyList<ScenarioRecord> scenarios, string tag) =>
        [.. scenarios.Where(one => one.IsAcceptance && one.Tags.Contains(tag))];

    private static string Item(ScenarioRecord one) =>
        one.Tags.FirstOrDefault(tag => tag.StartsWith("D-011.", StringComparison.Ordinal))
        ?? one.Tags.FirstOrDefault(tag => tag.StartsWith("phase-08.", StringComparison.Ordinal))
        ?? one.Feature;
}
