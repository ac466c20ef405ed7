using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Reporting.Words;

namespace Acceptance.Reporting.Standing;

/// <summary>
/// A rung as a report shows it: one above a red rung is held back by it, one that nothing asked for was not tried.
/// </summary>
/// <param name="HeldBackBy">The rung below that is not green; null when nothing holds this one.</param>
public sealed record RungStanding(Rung Rung, int Height, RungRecord? Record, string? HeldBackBy)
{
    public VerdictLook Look =>
        Record?.Verdict is { } verdict ? VerdictLook.Of(verdict)
        : HeldBackBy is null ? VerdictLook.NotRun with { Word = "not tried" }
        : VerdictLook.HeldBack;

    public Sentence Sentence =>
        Record?.Verdict?.Sentence
        ?? (
            HeldBackBy is null ? (Sentence)$"not tried: nothing in this run asked for it" : $"held back by {HeldBackBy}"
        );

    /// <summary>All rungs, the lowest first, whatever the run recorded of them.</summary>
    public static IReadOnlyList<RungStanding> Of(IReadOnlyList<RungRecord> ladder)
    {
        var standings = new List<RungStanding>();
        string? heldBy = null;
        foreach (var rung in Ladder.Rungs)
        {
            var record = ladder.FirstOrDefault(one => one.Rung.Name == rung.Name);
            standings.Add(new RungStanding(rung, standings.Count + 1, record, record?.Verdict is null ? heldBy : null));
            if (
                record?.Verdict is not (null or Verdict.Kept or Verdict.Recovered or Verdict.NotAsked or Verdict.Waived)
            )
                heldBy ??= rung.Name;
        }

        return standings;
    }
}
