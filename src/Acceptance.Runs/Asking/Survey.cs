using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Diagnosing;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Asking;

/// <summary>
/// Asks every check that only reads, side by side, whatever is down: no rung holds another back, and no check waits
/// for what it comes after. What is in between is looked at again before it is told.
/// </summary>
/// <param name="facts">Those of the cloud.</param>
/// <param name="wall">For what is said of a wait.</param>
public sealed class Survey(ICloud cloud, FactBook facts, TimeProvider wall)
{
    /// <summary>How the scenario of the check that a site may waive is tagged.</summary>
    private static readonly string[] Deferred = ["waivable", ExitGate.Deferred];

    public Survey(ICloud cloud, TimeProvider wall)
        : this(cloud, new FactBook(cloud), wall) { }

    /// <summary>What the verdicts amount to.</summary>
    public async Task<RootCauses> Diagnose()
    {
        var (judged, model) = await Ask();
        return RootCauses.Of(judged, model);
    }

    /// <summary>
    /// In the catalogue's order; what only a deed of a run sees is not asked: nothing was done. With the model, where
    /// it was read.
    /// </summary>
    public async Task<(IReadOnlyList<(Check Check, Verdict Verdict)> Judged, JujuModel? Model)> Ask()
    {
        var asked = await Task.WhenAll(CheckCatalogue.All.Select(Judge));
        List<(Check, Verdict)> judged = [];
        var inquiry = new Inquiry(
            facts,
            new Gatekeeper(new ForgetfulClock(cloud.Clock, facts), cloud.Site, wall, _ => { })
        );
        foreach (var (check, verdict) in asked)
        {
            if (verdict is Verdict.Broken { MaySettle: true })
                judged.Add((check, await inquiry.AskAlone(check)));
            else if (verdict is not null)
                judged.Add((check, verdict));
        }

        return (judged, await Model());
    }

    private async Task<JujuModel?> Model() =>
        cloud.Site.Juju is null ? null : (await facts.Read(JujuFacts.Model)).ValueOrDefault;

    private async Task<(Check Check, Verdict? Verdict)> Judge(Check check)
    {
        if (check.NotAskedOn(cloud.Site) is { } not)
            return (check, not);
        if (check.Facts.Any(RestsOnCluster) && await ClusterIsYetToCome())
            return (check, new Verdict.NotAsked($"there is no workload cluster yet"));
        var sheet = await facts.Gather(check.Facts);
        var verdict = check.Judge(sheet);
        if (check == DnsIsDeferred.Check)
            verdict = Waiving.Apply(verdict, Deferred, cloud.Site.Waivers, cloud.Clock.Now).Verdict;
        return (check, verdict is Verdict.Unknown && IsForADeed(sheet) ? null : verdict);
    }

    // All that could be read was, and what only a deed sees was not.
    private static bool IsForADeed(FactSheet sheet) =>
        sheet.Readings.Keys.Any(IsWitnessed)
        && sheet.Readings.Where(one => !IsWitnessed(one.Key)).All(one => ((AnyReading)one.Value).IsRead());

    private async Task<bool> ClusterIsYetToCome() =>
        await facts.Read(MagnumFacts.Cluster) is Reading<MagnumCluster>.Unread { Why: Unreadable.NotFound };

    private static bool RestsOnCluster(FactKey key) => key == MagnumFacts.Cluster || key.RestsOn.Any(RestsOnCluster);

    private static bool IsWitnessed(FactKey key) => key.IsWitnessed || key.RestsOn.Any(IsWitnessed);
}
