using Acceptance.Cloud;
using Acceptance.Cloud.Facts;

namespace Acceptance.Runs.Waits;

/// <summary>
/// The cloud's clock of a run: after each stretch of time that the run lets pass, what moves is read anew.
/// </summary>
internal sealed class ForgetfulClock(ICloudClock clock, FactBook facts) : ICloudClock
{
    public DateTimeOffset Now => clock.Now;

    public TimeProvider TimeProvider => clock.TimeProvider;

    public async ValueTask<IClockSleeper> Join(CancellationToken cancel = default) =>
        new Sleeper(await clock.Join(cancel), facts);

    private sealed class Sleeper(IClockSleeper sleeper, FactBook facts) : IClockSleeper
    {
        public async Task Sleep(TimeSpan span, CancellationToken cancel = default)
        {
            await sleeper.Sleep(span, cancel);
            facts.Forget();
        }

        public ValueTask DisposeAsync() => sleeper.DisposeAsync();
    }
}
