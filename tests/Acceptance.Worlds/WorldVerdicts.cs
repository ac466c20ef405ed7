using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.OpenStack;
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
    /// <summary>How the scenario of the check that a site may waive is tagged.</summary>
    private static readonly string[] Deferred = ["waivable", ExitGate.Deferred];

    private readonly List<RungRecord> _rungs = [];
    private readonly Dictionary<Check, Verdict> _all = [];

    private readonly FactBook _facts;
    private readonly Inquiry _inquiry;
    private readonly ICloudClock _clock;

    private WorldVerdicts(FactBook facts, Inquiry inquiry, ICloudClock clock) =>
        (_facts, _inquiry, _clock) = (facts, inquiry, clock);

    /// <summary>What was asked, with what was found; a check that is held back is not among them.</summary>
    public IReadOnlyDictionary<Check, Verdict> All => _all;

    /// <summary>The lowest layer that is red, as the end of a run would name it; null when nothing is.</summary>
    public Diagnosis? Lowest => Diagnosis.Of(_rungs, [.. _all.Where(one => !one.Key.Gates).Select(Recorded)]);

    public static Task<WorldVerdicts> Of(ICloud cloud) => Of(cloud, new FactBook(cloud));

    /// <param name="facts">Those of the cloud, with what was witnessed put in.</param>
    public static async Task<WorldVerdicts> Of(ICloud cloud, FactBook facts)
    {
        var keeper = new Gatekeeper(cloud.Clock, cloud.Site, cloud.Clock.TimeProvider, _ => { });
        var verdicts = new WorldVerdicts(facts, new Inquiry(facts, keeper), cloud.Clock);
        foreach (var rung in Ladder.Rungs)
            await verdicts.Climb(rung);
        foreach (var check in CheckCatalogue.All.Where(check => !check.Gates))
        {
            if (Ladder.HoldsBack(verdicts._rungs, check.Rung) is null)
                await verdicts.Ask(check);
        }

        return verdicts;
    }

    private async Task Climb(Rung rung)
    {
        if (
            Ladder.HoldsBack(_rungs, rung.Name) is not null
            || await IsYetToCome(CheckCatalogue.GatesOf(rung.Name).SelectMany(check => check.Facts))
        )
            return;
        var asked = await _inquiry.AskGates(rung.Name);
        foreach (var (check, verdict) in asked)
            _all[check] = verdict;
        _rungs.Add(new(rung, Verdict.All([.. asked.Select(one => one.Verdict)]), _clock.Now));
    }

    private async Task Ask(Check check)
    {
        if (await IsYetToCome(check.Facts))
            return;
        var verdict = await _inquiry.Ask(check);
        if (check == DnsIsDeferred.Check)
            verdict = Waiving.Apply(verdict, Deferred, _facts.Site.Waivers, _clock.Now).Verdict;
        // What only a deed of a run sees is not asked: nothing was done.
        var sheet = await _facts.Gather(check.Facts);
        if (verdict is not Verdict.Unknown || !sheet.Readings.Values.Any(AllFacts.IsWitnessed))
            _all[check] = verdict;
    }

    /// <summary>Of a workload cluster that is not there a run asks nothing before it has made it.</summary>
    private async Task<bool> IsYetToCome(IEnumerable<FactKey> facts) =>
        facts.Any(RestsOnCluster)
        && await _facts.Read(MagnumFacts.Cluster) is Reading<MagnumCluster>.Unread { Why: Unreadable.NotFound };

    private static bool RestsOnCluster(FactKey key) => key == MagnumFacts.Cluster || key.RestsOn.Any(RestsOnCluster);

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
