using Acceptance.Cloud;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Worlds;

/// <summary>The world's own clock: it jumps as soon as all that wait on it sleep.</summary>
internal sealed class WorldClock(VirtualClock clock) : ICloudClock
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public TimeProvider TimeProvider => clock;

    public ValueTask<IClockSleeper> Join(CancellationToken cancel = default) =>
        ValueTask.FromResult<IClockSleeper>(new Sleeper(clock.Join()));

    private sealed class Sleeper(ClockLease lease) : IClockSleeper
    {
        public Task Sleep(TimeSpan span, CancellationToken cancel = default) => lease.Sleep(span, cancel);

        public ValueTask DisposeAsync()
        {
            lease.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
