using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Asking;
using Acceptance.Runs.Waits;

namespace Acceptance.Worlds;

/// <summary>
/// Every check of the catalogue judged on the facts of a cloud, the rungs bottom up, as a run that changes nothing
/// does: what stands on a red rung is held back, what moves is looked at again on the cloud's clock.
/// </summary>
public sealed class WorldVerdicts
{
    private readonly List<RungRecord> _rungs = [];
    private readonly Dictionary<Check, Verdict> _all = [];

    private WorldVerdicts() { }

    /// <summary>What was asked, with what was found; a check that is held back is not among them.</summary>
    public IReadOnlyDictionary<Check, Verdict> All => _all;

    /// <summary>The lowest layer that is red, as the end of a run would name it; null when nothing is.</summary>
    public Diagnosis? Lowest => Diagnosis.Of(_rungs, [.. _all.Where(one => !one.Key.Gates).Select(Recorded)]);

    public static async Task<WorldVerdicts> Of(ICloud cloud)
    {
        var facts = new FactBook(cloud);
        var keeper = new Gatekeeper(cloud.Clock, cloud.Site, cloud.Clock.TimeProvider, _ => { });
        var inquiry = new Inquiry(facts, keeper);
        var verdicts = new WorldVerdicts();
        foreach (var rung in Ladder.Rungs)
            await verdicts.Climb(rung, inquiry, cloud.Clock);
        foreach (var check in CheckCatalogue.All.Where(check => !check.Gates))
        {
            if (Ladder.HoldsBack(verdicts._rungs, check.Rung) is null)
                await verdicts.Ask(check, inquiry, facts);
        }

        return verdicts;
    }

    private async Task Climb(Rung rung, Inquiry inquiry, ICloudClock clock)
    {
        if (Ladder.HoldsBack(_rungs, rung.Name) is not null)
            return;
        var asked = await inquiry.AskGates(rung.Name);
        foreach (var (check, verdict) in asked)
            _all[check] = verdict;
        _rungs.Add(new(rung, Verdict.All([.. asked.Select(one => one.Verdict)]), clock.Now));
    }

    /// <summary>What only a deed of a run sees is not asked: nothing was done.</summary>
    private async Task Ask(Check check, Inquiry inquiry, FactBook facts)
    {
        var verdict = await inquiry.Ask(check);
        var sheet = await facts.Gather(check.Facts);
        if (verdict is not Verdict.Unknown || !sheet.Readings.Values.Any(AllFacts.IsWitnessed))
            _all[check] = verdict;
    }

    private static ScenarioRecord Recorded(KeyValuePair<Check, Verdict> judged) =>
        new(
            judged.Key.Id,
            "",
            judged.Key.Promise,
            "",
            [],
            judged.Key.Rung,
            Acceptance.Cloud.Permits.Permit.Observe,
            [],
            judged.Value,
            default,
            default,
            default,
            []
        );
}
