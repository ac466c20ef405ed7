using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Gates;

/// <summary>
/// The lowest broken layer of a run: which rung, which victim, which known issue; what the end of a red run's console
/// names.
/// </summary>
/// <param name="Verdict">Broken or unknown: what was found there.</param>
/// <param name="SeenBy">The scenario that found it; null when the rung itself did.</param>
public sealed record Diagnosis(Rung Rung, Verdict Verdict, ScenarioRecord? SeenBy)
{
    private Finding? Finding => (Verdict as Verdict.Broken)?.Findings[0];

    /// <summary>What is wrong, or could not be read.</summary>
    public Sentence Sentence => Finding?.Sentence ?? Verdict.Sentence;

    public string? Victim => Finding?.Victim;

    public KnownIssue? Issue => KnownIssueIndex.Find(Verdict.RoutesTo);

    /// <summary>The identity of what leads; null for an unknown that has none.</summary>
    public Cause? Cause => Finding?.Cause ?? Verdict.Causes.FirstOrDefault();

    /// <summary>
    /// The lowest of: red rungs, and broken or unknown scenarios by their entry's layer, the rung that found the
    /// same, or their own. Null when nothing is red.
    /// </summary>
    public static Diagnosis? Of(IReadOnlyList<RungRecord> ladder, IReadOnlyList<ScenarioRecord> scenarios)
    {
        var rungs = ladder
            .Where(rung => IsRed(rung.Verdict))
            .Select(rung => new Diagnosis(rung.Rung, rung.Verdict!, null));
        var found = scenarios
            .Where(one => IsRed(one.Verdict) && !one.Tags.Contains("phase-08.exit") && !one.Tags.Contains("rehearsal"))
            .Select(one => new Diagnosis(Ladder.Rungs[Ladder.Height(LayerOf(one, ladder))], one.Verdict, one));
        return rungs
            .Concat(found)
            .OrderBy(one => Ladder.Height(one.Rung.Name))
            .ThenBy(one => one.Verdict is Verdict.Broken ? 0 : 1)
            .FirstOrDefault();
    }

    private static bool IsRed(Verdict? verdict) => verdict is Verdict.Broken or Verdict.Unknown;

    // A scenario stands on its layer's rung; what a rung above it found too is that rung's.
    private static string LayerOf(ScenarioRecord one, IReadOnlyList<RungRecord> ladder) =>
        KnownIssueIndex.Find(one.Verdict.RoutesTo)?.Rung
        ?? ladder
            .FirstOrDefault(rung => IsRed(rung.Verdict) && rung.Verdict!.Causes.Intersect(one.Verdict.Causes).Any())
            ?.Rung.Name
        ?? one.Layer
        ?? "site";
}
