using Acceptance.Cloud;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Runs;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Runs.Climbing;

/// <summary>Climbs the ladder once, bottom up, as far as a scenario needs; a rung is only tried when the one below is green.</summary>
/// <param name="judge">What a rung's checks say, by the rung's name.</param>
/// <param name="hasWorkload">Whether the topmost rung's cluster is complete: before that there is nothing to try, and whoever needs it waits for it.</param>
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

    /// <summary>Null when the layer and all below it stand; else what holds the scenario back.</summary>
    public async Task<Verdict?> HoldsBack(string layer)
    {
        var height = Ladder.Height(layer);
        await _climbing.WaitAsync();
        try
        {
            while (_tried.Count <= height && Ladder.Red(_tried) is null && IsThere(Ladder.Rungs[_tried.Count]))
                await Try(Ladder.Rungs[_tried.Count]);
            return Ladder.HoldsBack(_tried, layer);
        }
        finally
        {
            _climbing.Release();
        }
    }

    private bool IsThere(Rung rung) => rung != Ladder.Rungs[^1] || hasWorkload();

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
