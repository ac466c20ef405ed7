using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Reporting.Words;

/// <summary>
/// A verdict's sentence where its word already stands beside it, and a cause is named once and not on every line it
/// reaches.
/// </summary>
internal static class VerdictSentence
{
    public static Sentence Beside(this Verdict verdict) =>
        verdict switch
        {
            Verdict.Blocked blocked => $"by {blocked.Rung}",
            Verdict.Broken { Findings.Count: > 2 } broken =>
                $"{broken.Findings[0].Sentence} (and {broken.Findings.Count - 1} more)",
            Verdict.Waived { Beside.Count: > 0 } several => Sentence.Join("; ", several.Each.Select(Beside)),
            Verdict.Waived waived => $"by {waived.By.Owner} until {Spoken.Day(waived.By.Expires)}: "
                + $"{waived.By.Reason}",
            Verdict.NotAsked notAsked => notAsked.WhoDecided,
            Verdict.NotPermitted refused => $"{refused.What} needs the permit {refused.Needed.Word()}",
            Verdict.Unknown unknown => unknown.WhatWasMissing,
            _ => verdict.Sentence,
        };
}
