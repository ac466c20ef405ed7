using Acceptance.Cloud;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Climbing;

/// <summary>Climbs the ladder once, bottom up, as far as a scenario needs; a rung is only tried when all that it
/// stands on is green.</summary>
/// <param name="judge">What a rung's checks say, by the rung's name.</param>
/// <param name="hasWorkload">Whether the topmost rung's cluster is complete: before that there is nothing to try, and
/// whoever needs it waits for it.</param>
public sealed class LadderClimb(Func<string, Task<Verdict>> judge, Func<bool> hasWorkload, ICloudClock clock)
{
    private readonly SemaphoreSlim _climbing = new(1, 1);
    private readonly List<RungRecord> _tried = [];

    public IReadOnlyList<RungRecord> Records =>
        [
            .. Ladder.Rungs.Select(rung =>
                _tried.FirstOrDefault(tried => tried.Rung == rung) ?? new RungRecord(rung, null, null)
            ),
        ];

    /// <summary>Null when the layer and all that it stands on stand; else what holds the scenario back.</summary>
    public async Task<Verdict?> HoldsBack(string layer)
    {
        await _climbing.WaitAsync();
        try
        {
            foreach (var name in (string[])[.. Ladder.Carriers(layer), layer])
                await TryIfOpen(Ladder.Rungs[Ladder.Height(name)]);
            return Ladder.HoldsBack(_tried, layer);
        }
        finally
        {
            _climbing.Release();
        }
    }

    private bool IsThere(Rung rung) => rung != Ladder.Rungs[^1] || hasWorkload();

    private async Task TryIfOpen(Rung rung)
    {
        if (_tried.All(tried => tried.Rung != rung) && IsThere(rung) && Ladder.HoldsBack(_tried, rung.Name) is null)
            await Try(rung);
    }

    private async Task Try(Rung rung)
    {
        Verdict verdict;
        try
        {
            verdict = await judge(rung.Name);
        }
        catch (VerdictException carried)
        {
            verdict = carried.Verdict;
        }

        _tried.Add(new RungRecord(rung, verdict, clock.Now));
    }
}
