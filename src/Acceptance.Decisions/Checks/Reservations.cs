using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks;

/// <summary>
/// A verdict that rests on what the site allows against the rule (a server that is not verified, plain HTTP) says so.
/// </summary>
internal static class Reservations
{
    public static Verdict Said(Verdict verdict, FactSheet sheet, IReadOnlyList<FactKey> facts)
    {
        string[] all =
        [
            .. facts
                .Select(key => sheet.Readings.GetValueOrDefault(key))
                .OfType<AnyReading>()
                .SelectMany(reading => reading.Evidence.All)
                .Select(evidence => evidence.Reservation)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
        return all.Length == 0 ? verdict : With(verdict, string.Join("; ", all));
    }

    private static Verdict With(Verdict verdict, string reservations) =>
        verdict switch
        {
            Verdict.Kept kept => kept with { Because = $"{kept.Because} ({reservations})" },
            Verdict.Broken broken => broken.And(reservations),
            Verdict.Unknown unknown => unknown with { WhatWasMissing = $"{unknown.WhatWasMissing} ({reservations})" },
            _ => verdict,
        };
}
