using Acceptance.Decisions.Verdicts;

namespace Acceptance.Steps.Tests.Scenarios;

/// <summary>The same verdict with every sentence of it said in other words, never twice the same.</summary>
internal static class Reworded
{
    public static Verdict Wholly(Verdict verdict) =>
        verdict switch
        {
            Verdict.Kept kept => kept with { Because = $"{Words()}" },
            Verdict.Broken broken => new Verdict.Broken([
                .. broken.Findings.Select(finding => finding with { Sentence = $"{Words()}" }),
            ]),
            Verdict.Recovered recovered => recovered with { Because = $"{Words()}" },
            Verdict.Blocked blocked => blocked with { Because = $"{Words()}" },
            Verdict.Waived waived => waived with { Underneath = Wholly(waived.Underneath) },
            Verdict.NotAsked => new Verdict.NotAsked($"{Words()}"),
            Verdict.NotPermitted refused => refused with { What = $"{Words()}" },
            Verdict.Unknown unknown => unknown with { WhatWasMissing = $"{Words()}" },
            _ => throw new ArgumentException($"{verdict.Word} has no other words", nameof(verdict)),
        };

    private static string Words() => $"other words {Guid.NewGuid():N}";
}
