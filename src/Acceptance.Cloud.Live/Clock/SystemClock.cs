namespace Acceptance.Cloud.Live.Clock;

/// <summary>The system's clock: a real cloud goes by it.</summary>
public sealed class SystemClock : ICloudClock
{
    // The composition of the drivers names the system's clock here, and nowhere else.
#pragma warning disable RS0030
    public TimeProvider TimeProvider => TimeProvider.System;
#pragma warning restore RS0030

    public DateTimeOffset Now => TimeProvider.GetUtcNow();

    public ValueTask<IClockSleeper> Join(CancellationToken cancel = default) =>
        ValueTask.FromResult<IClockSleeper>(new Sleeper(TimeProvider));

    private sealed class Sleeper(TimeProvider time) : IClockSleeper
    {
        // This is the clock itself, on which the Gatekeeper's waits end up.
#pragma warning disable RS0030
        public Task Sleep(TimeSpan span, CancellationToken cancel = default) => Task.Delay(span, time, cancel);
#pragma warning restore RS0030

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
