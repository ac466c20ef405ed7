using Acceptance.Cloud.Sentences;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Reporting.Standing;

/// <summary>
/// The scenarios of a run by verdict. Passed, failed, held back, waived, not asked and not permitted add up to the
/// scenarios; recovered is a part of passed, unknown a part of failed (DESIGN 6.2).
/// </summary>
public sealed record VerdictCounts(
    int Scenarios,
    int Passed,
    int Failed,
    int HeldBack,
    int Waived,
    int NotAsked,
    int NotPermitted,
    int Recovered,
    int Unknown
)
{
    public static VerdictCounts Of(IReadOnlyList<ScenarioRecord> scenarios)
    {
        int Count<T>()
            where T : Verdict => scenarios.Count(one => one.Verdict is T);
        return new VerdictCounts(
            scenarios.Count,
            Count<Verdict.Kept>() + Count<Verdict.Recovered>(),
            Count<Verdict.Broken>() + Count<Verdict.Unknown>(),
            Count<Verdict.Blocked>(),
            Count<Verdict.Waived>(),
            Count<Verdict.NotAsked>(),
            Count<Verdict.NotPermitted>(),
            Count<Verdict.Recovered>(),
            Count<Verdict.Unknown>()
        );
    }

    /// <summary>
    /// "12 passed, 2 failed, 14 held back, 0 waived, 1 not asked, 0 not permitted", with the parts where there are
    /// any.
    /// </summary>
    public Sentence Sentence =>
        $"{Passed} passed{(Recovered > 0 ? $" ({Recovered} recovered)" : "")}, "
        + $"{Failed} failed{(Unknown > 0 ? $" ({Unknown} unknown)" : "")}, "
        + $"{HeldBack} held back, {Waived} waived, {NotAsked} not asked, {NotPermitted} not permitted";
}
