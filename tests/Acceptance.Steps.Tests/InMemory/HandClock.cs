using Acceptance.Cloud;

namespace Acceptance.Steps.Tests.InMemory;

/// <summary>
/// A cloud's clock on which a sleep is over at once, having taken its time; it counts who polls on it. As a
/// <see cref="TimeProvider"/> it is the wall, too.
/// </summary>
internal sealed class HandClock : TimeProvider, ICloudClock, IClockSleeper
{
    public DateTimeOffset Now { get; private set; } = new(2026, 11, 4, 22, 10, 0, TimeSpan.Zero);

    public TimeProvider TimeProvider => this;

    public int Pollers { get; private set; }

    public List<TimeSpan> Slept { get; } = [];

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => Now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public ValueTask<IClockSleeper> Join(CancellationToken cancel = default)
    {
        Pollers++;
        return ValueTask.FromResult<IClockSleeper>(this);
    }

    public Task Sleep(TimeSpan span, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        Slept.Add(span);
        Now += span;
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Pollers--;
        return ValueTask.CompletedTask;
    }
}
