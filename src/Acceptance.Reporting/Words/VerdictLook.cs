using Acceptance.Decisions.Verdicts;

namespace Acceptance.Reporting.Words;

/// <summary>
/// How a verdict shows: the word, a sign of its own and a class for its colour. Colour is never the only one.
/// </summary>
public sealed record VerdictLook(string Word, string Sign, string Class)
{
    public static VerdictLook Kept { get; } = new("kept", "✓", "kept");

    public static VerdictLook Broken { get; } = new("broken", "✗", "broken");

    public static VerdictLook Recovered { get; } = new("recovered", "↻", "recovered");

    public static VerdictLook HeldBack { get; } = new("held back", "‖", "held");

    public static VerdictLook Waived { get; } = new("waived", "~", "waived");

    public static VerdictLook NotAsked { get; } = new("not asked", "–", "notasked");

    public static VerdictLook NotPermitted { get; } = new("not permitted", "⊘", "notpermitted");

    public static VerdictLook Unknown { get; } = new("unknown", "?", "unknown");

    public static VerdictLook NotRun { get; } = new("not run", "·", "notrun");

    /// <summary>Worst first, as a reader wants them.</summary>
    public static IReadOnlyList<VerdictLook> All { get; } =
    [Broken, Unknown, HeldBack, NotPermitted, Waived, Recovered, Kept, NotAsked, NotRun];

    public static VerdictLook Of(Verdict? verdict) =>
        verdict switch
        {
            null => NotRun,
            Verdict.Kept => Kept,
            Verdict.Broken => Broken,
            Verdict.Recovered => Recovered,
            Verdict.Blocked => HeldBack,
            Verdict.Waived => Waived,
            Verdict.NotAsked => NotAsked,
            Verdict.NotPermitted => NotPermitted,
            _ => Unknown,
        };
}
