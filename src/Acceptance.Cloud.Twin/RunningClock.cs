using Acceptance.Cloud.Twin.Wire;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin;

/// <summary>Lets a world's clock run on by itself, while nobody has joined it.</summary>
internal sealed class RunningClock(VirtualClock clock, Callers callers)
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);

    /// <summary>That much faster than the wall; for waiters only: as the wall does while no caller waits.</summary>
    public async Task RunOn(double factor, bool forWaiters, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await WallClock.Pass(Beat, stop);
            var waits = callers.Wait();
            if (clock.Joined == 0)
                clock.Advance(Beat * (forWaiters && !waits ? 1 : factor));
        }
    }
}
