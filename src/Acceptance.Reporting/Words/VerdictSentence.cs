using Acceptance.Cloud.Permits;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Reporting.Words;

/// <summary>
/// A verdict's sentence where its word already stands beside it, and a cause is named once and not on every line it
/// reaches.
/// </summary>
internal static class VerdictSentence
{
    public static string Beside(this Verdict verdict) =>
        verdict switch
        {
            Verdict.Blocked blocked => $"by {Plain.Line(blocked.Rung)}",
            Verdict.Broken { Findings.Count: > 2 } broken =>
                $"{Plain.Line(broken.Findings[0].Sentence)} (and {broken.Findings.Count - 1} more)",
            Verdict.Waived waived => $"by {Plain.Line(waived.By.Owner)} until {Spoken.Day(waived.By.Expires)}: "
                + $"{Plain.Line(waived.By.Reason)}",
            Verdict.NotAsked notAsked => Plain.Line(notAsked.WhoDecided),
            Verdict.NotPermitted refused => $"{Plain.Line(refused.What)} needs the permit {refused.Needed.Word()}",
            Verdict.Unknown unknown => Plain.Line(unknown.WhatWasMissing),
            _ => Plain.Line(verdict.Sentence),
        };
}
