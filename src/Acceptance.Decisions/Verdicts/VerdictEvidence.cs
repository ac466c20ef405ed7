using Acceptance.Cloud;

namespace Acceptance.Decisions.Verdicts;

/// <summary>What a verdict was read from.</summary>
public static class VerdictEvidence
{
    /// <summary>
    /// The telling exchange: of the first finding, or of what was kept or missing; none where nothing was read.
    /// </summary>
    public static Evidence FirstEvidence(this Verdict verdict) =>
        verdict switch
        {
            Verdict.Kept kept => kept.Evidence,
            Verdict.Broken broken => broken.Findings[0].Evidence,
            Verdict.Unknown unknown => unknown.Evidence,
            Verdict.Waived waived => waived.Underneath.FirstEvidence(),
            _ => Evidence.None,
        };

    /// <summary>Every different exchange, those with nothing in them left out.</summary>
    public static IReadOnlyList<Evidence> AllEvidence(this Verdict verdict)
    {
        IEnumerable<Evidence> all = verdict switch
        {
            Verdict.Broken broken => broken.Findings.Select(finding => finding.Evidence),
            Verdict.Waived waived => waived.Each.SelectMany(one => one.Underneath.AllEvidence()),
            _ => [verdict.FirstEvidence()],
        };
        return [.. all.SelectMany(one => one.All).Where(one => !one.IsEmpty).Distinct()];
    }
}
