using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Waits;

/// <summary>What the thing waited for stands on, looked at while it does not come.</summary>
public interface ILookBelow
{
    /// <summary>
    /// A few cheap reads beside a wait: what keeps it from ever becoming right; null when nothing of that kind is
    /// seen.
    /// </summary>
    Task<Verdict.Broken?> MeanWhile();

    /// <summary>
    /// The wait is over without success: the lowest thing that explains it; null when all below stands, or cannot be
    /// read.
    /// </summary>
    Task<Verdict.Broken?> AtTheEnd();
}
