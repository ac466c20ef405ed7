using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Asserts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Asking;

/// <summary>
/// One sweep of cloud-assert: items and rungs are asked side by side, on facts that are read once; what stands on a
/// red rung is held back, what lies beside it is asked.
/// </summary>
public sealed class Assertion
{
    /// <summary>
    /// Where the cloud is left for a host that it leads to: that is asked when what leads there stands.
    /// </summary>
    private const string ByAddress = "mgmt-vm";

    private readonly FactBook _facts;
    private readonly Inquiry _inquiry;
    private readonly MuteBook _mutes;
    private readonly ICloud _cloud;
    private readonly Dictionary<string, Task<ClimbedRung>> _climbed = [];

    /// <param name="cloud">Whose promises are asked.</param>
    /// <param name="wall">For what is said of a wait.</param>
    public Assertion(ICloud cloud, TimeProvider wall)
    {
        _cloud = cloud;
        _facts = new FactBook(cloud);
        _mutes = new(cloud.Site.Waivers, () => cloud.Clock.Now);
        var keeper = new Gatekeeper(new ForgetfulClock(cloud.Clock, _facts), cloud.Site, wall, _ => { });
        _inquiry = new(_facts, keeper, _mutes);
    }

    /// <summary>Asks these items, and the rungs that they stand on; all of the ladder where all are asked.</summary>
    /// <param name="finished">Told of each item as it is judged.</param>
    public async Task<Sweep> Ask(IReadOnlyList<CloudAssertItem> items, Action<AssertedItem>? finished = null)
    {
        var rungs = Needed(items);
        var ahead = _facts.Gather(AskedAtOnce(items, rungs));
        foreach (var rung in rungs)
            _climbed[rung.Name] = Climb(rung);
        var asked = await Task.WhenAll(items.Select(item => Judge(item, finished)));
        var climbed = await Task.WhenAll(rungs.Select(rung => _climbed[rung.Name]));
        await ahead;
        return new Sweep(
            [.. asked.Select(one => one.Item)],
            [.. climbed.Select(one => one.Record).OfType<RungRecord>()],
            [.. Ladder.Rungs.SelectMany(rung => OfRung(rung, climbed, asked))],
            await IsAnswered()
        )
        {
            Remarks = _mutes.Remarks,
        };
    }

    private static Rung[] Needed(IReadOnlyList<CloudAssertItem> items)
    {
        if (items.Count == CloudAssert.Items.Count)
            return [.. Ladder.Rungs];
        var names = items
            .SelectMany(item => item.Checks)
            .SelectMany(check => Carriers(check).Concat(check.Gates ? [check.Rung] : []))
            .ToHashSet(StringComparer.Ordinal);
        return [.. Ladder.Rungs.Where(rung => names.Contains(rung.Name))];
    }

    private FactKey[] AskedAtOnce(IReadOnlyList<CloudAssertItem> items, IReadOnlyList<Rung> rungs) =>
        [
            .. rungs
                .SelectMany(rung => CheckCatalogue.GatesOf(rung.Name))
                .Concat(items.SelectMany(item => item.Checks))
                .Where(check => check.After.Count == 0 && check.NotAskedOn(_cloud.Site) is null)
                .Where(check => !Ladder.Carriers(check.Rung).Append(check.Rung).Contains(ByAddress))
                .SelectMany(check => check.Facts)
                .Distinct(),
        ];

    private async Task<ClimbedRung> Climb(Rung rung)
    {
        if (await HeldBack(rung.Name) is { } held)
            return new([.. CheckCatalogue.GatesOf(rung.Name).Select(check => (check, held))], null);
        var asked = await _inquiry.AskGates(rung.Name);
        return new(asked, new RungRecord(rung, Verdict.All([.. asked.Select(one => one.Verdict)]), _cloud.Clock.Now));
    }

    private async Task<Verdict?> HeldBack(string layer)
    {
        var beneath = await Task.WhenAll(Ladder.Carriers(layer).Select(name => _climbed[name]));
        return Ladder.HoldsBack(beneath.Select(one => one.Record).OfType<RungRecord>(), layer);
    }

    private async Task<(AssertedItem Item, (Check, Verdict)[] Checks)> Judge(
        CloudAssertItem item,
        Action<AssertedItem>? finished
    )
    {
        var judged = await Task.WhenAll(item.Checks.Select(async check => (check, await Judge(check))));
        var asserted = new AssertedItem(item, Verdict.All([.. judged.Select(one => one.Item2)]));
        finished?.Invoke(asserted);
        return (asserted, judged);
    }

    // A gate was asked with its rung; one that is not among them came after a red one, and that is its verdict.
    private async Task<Verdict> Judge(Check check)
    {
        if (!check.Gates)
            return await HeldBack(check.Rung) ?? await _inquiry.Ask(check);
        var gates = (await _climbed[check.Rung]).Asked;
        return gates.FirstOrDefault(one => one.Check == check).Verdict ?? await _inquiry.Ask(check);
    }

    private static IEnumerable<(Rung, Check, Verdict)> OfRung(
        Rung rung,
        IReadOnlyList<ClimbedRung> climbed,
        IReadOnlyList<(AssertedItem Item, (Check Check, Verdict Verdict)[] Checks)> items
    ) =>
        climbed
            .SelectMany(one => one.Asked)
            .Concat(items.SelectMany(item => item.Checks))
            .Where(one => one.Check.Rung == rung.Name)
            .DistinctBy(one => one.Check)
            .Select(one => (rung, one.Check, one.Verdict));

    private static IReadOnlyList<string> Carriers(Check check) => Ladder.Carriers(check.Rung);

    // Neither juju nor Keystone: whatever else is red, nobody was there to say it.
    private async Task<bool> IsAnswered() =>
        !IsSilent(_cloud.Site.Juju is null ? null : await _facts.Read(JujuFacts.Model))
        || !IsSilent(await _facts.Read(IdentityFacts.AdminToken));

    private static bool IsSilent<T>(Reading<T>? reading) =>
        reading
            is null
                or Reading<T>.Unread { Why: Unreadable.Unreachable or Unreadable.TimedOut or Unreadable.Refused };

    private sealed record ClimbedRung(IReadOnlyList<(Check Check, Verdict Verdict)> Asked, RungRecord? Record);
}
