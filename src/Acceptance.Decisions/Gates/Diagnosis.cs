using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Gates;

/// <summary>The lowest broken layer of a run: which rung, which victim, which known issue; what the end of a red run's console names.</summary>
public sealed record Diagnosis(Rung Rung, string Sentence, string? Victim, KnownIssue? Issue)
{
    /// <summary>The lowest of: red rungs, and broken or unknown scenarios by their entry's layer, the rung that found the same, or their own. Null when nothing is red.</summary>
    public static Diagnosis? Of(IReadOnlyList<RungRecord> ladder, IReadOnlyList<ScenarioRecord> scenarios)
    {
        var red = ladder
            .Where(rung => rung.Verdict is Verdict.Broken or Verdict.Unknown)
            .Select(rung => (Rung: rung.Rung.Name, Verdict: rung.Verdict!))
            .Concat(
                scenarios
                    .Where(one =>
                        one.Verdict is Verdict.Broken or Verdict.Unknown
                        && !one.Tags.Contains("phase-08.exit")
                        && !one.Tags.Contains("rehearsal")
                    )
                    .Select(one => (Rung: LayerOf(one, ladder), one.Verdict))
            )
            .OrderBy(one => Ladder.Height(one.Rung))
            .ThenBy(one => one.Verdict is Verdict.Broken ? 0 : 1)
            .ToArray();
        if (red.Length == 0)
            return null;
        var (rung, verdict) = red[0];
        var finding = (verdict as Verdict.Broken)?.Findings[0];
        return new Diagnosis(
            Ladder.Rungs[Ladder.Height(rung)],
            finding?.Sentence ?? verdict.Sentence,
            finding?.Victim,
            KnownIssueIndex.Find(verdict.RoutesTo)
        );
    }

    // A scenario stands on its layer's rung; what a rung above it found too is that rung's.
    private static string LayerOf(ScenarioRecord one, IReadOnlyList<RungRecord> ladder) =>
        KnownIssueIndex.Find(one.Verdict.RoutesTo)?.Rung
        ?? ladder
            .FirstOrDefault(rung =>
                rung.Verdict is Verdict.Broken or Verdict.Unknown
                && Said(rung.Verdict).Intersect(Said(one.Verdict)).Any()
            )
            ?.Rung.Name
        ?? one.Layer
        ?? "site";

    private static IEnumerable<string> Said(Verdict verdict) =>
        verdict is Verdict.Broken broken ? broken.Findings.Select(finding => finding.Sentence) : [verdict.Sentence];
}
