using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks;

/// <summary>
/// A verdict that rests on what the site allows against the rule (a server that is not verified, plain HTTP) says so.
/// </summary>
internal static class Reservations
{
    public static Verdict Said(Verdict verdict, FactSheet sheet, IReadOnlyList<FactKey> facts)
    {
        Sentence[] all =
        [
            .. facts
                .Select(key => sheet.Readings.GetValueOrDefault(key))
                .OfType<AnyReading>()
                .SelectMany(reading => reading.Evidence.All)
                .Select(evidence => evidence.Reservation)
                .OfType<Sentence>()
                .Distinct(),
        ];
        return all.Length == 0 ? verdict : With(verdict, Sentence.Join("; ", all));
    }

    private static Verdict With(Verdict verdict, Sentence reservations) =>
        verdict switch
        {
            Verdict.Kept kept => kept with { Because = $"{kept.Because} ({reservations})" },
            Verdict.Broken broken => broken.And(reservations),
            Verdict.Unknown unknown => unknown with { WhatWasMissing = $"{unknown.WhatWasMissing} ({reservations})" },
            _ => verdict,
        };
}
