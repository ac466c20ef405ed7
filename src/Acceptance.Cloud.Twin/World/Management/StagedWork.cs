namespace Acceptance.Cloud.Twin.World.Management;

/// <summary>
/// Work in stages on the world's clock: each begins some time after the one before, is tried again
/// until it says it is done, and nothing moves while <paramref name="may"/> says no (the management cluster is down).
/// </summary>
internal sealed class StagedWork(Ground ground, Func<bool> may)
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(10);
    private readonly List<(TimeSpan After, Func<bool> Do)> _stages = [];
    private int _index;
    private bool _given;

    public StagedWork Then(TimeSpan after, Func<bool> act)
    {
        _stages.Add((after, act));
        return this;
    }

    public StagedWork Then(TimeSpan after, Action act) =>
        Then(
            after,
            () =>
            {
                act();
                return true;
            }
        );

    public void Begin() => Next();

    /// <summary>All of it now: a world that begins with the work done.</summary>
    public void DoAllNow()
    {
        foreach (var (_, act) in _stages)
            act();
    }

    public void GiveUp() => _given = true;

    private void Next()
    {
        if (_index < _stages.Count)
            ground.Clock.In(_stages[_index].After, Try);
    }

    private void Try()
    {
        if (_given)
            return;
        if (!may() || !_stages[_index].Do())
        {
            ground.Clock.In(Retry, Try);
            return;
        }

        _index++;
        Next();
    }
}
