using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Asking;

/// <summary>
/// Asks every rung of one cloud bottom up, check by check; what stands on a red rung is held back, what lies beside
/// it is asked.
/// </summary>
public sealed class Assertion(ICloud cloud)
{
    private readonly Inquiry _inquiry = new(new FactBook(cloud));
    private readonly List<RungRecord> _tried = [];

    /// <summary>The lowest red rung so far; null while none is.</summary>
    public RungRecord? Red => Ladder.Red(_tried);

    /// <summary>Each check with its verdict, as it is judged.</summary>
    public async IAsyncEnumerable<(Rung Rung, Check Check, Verdict Verdict)> Ask()
    {
        foreach (var rung in Ladder.Rungs)
        {
            if (Ladder.HoldsBack(_tried, rung.Name) is { } held)
            {
                foreach (var check in CheckCatalogue.GatesOf(rung.Name))
                    yield return (rung, check, held);
                continue;
            }

            var asked = await _inquiry.AskGates(rung.Name);
            foreach (var (check, verdict) in asked)
                yield return (rung, check, verdict);
            _tried.Add(new(rung, Verdict.All([.. asked.Select(one => one.Verdict)]), cloud.Clock.Now));
        }
    }
}
