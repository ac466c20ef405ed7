using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Asking;

/// <summary>
/// Asks every rung of one cloud bottom up, check by check; what stands on a red rung is held back, what lies beside
/// it is asked.
/// </summary>
/// <param name="wall">For what is said of a wait.</param>
public sealed class Assertion(ICloud cloud, TimeProvider wall)
{
    private readonly Inquiry _inquiry = Asking(cloud, wall);
    private readonly List<RungRecord> _tried = [];

    private static Inquiry Asking(ICloud cloud, TimeProvider wall)
    {
        var facts = new FactBook(cloud);
        return new(facts, new Gatekeeper(new ForgetfulClock(cloud.Clock, facts), cloud.Site, wall, _ => { }));
    }

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
