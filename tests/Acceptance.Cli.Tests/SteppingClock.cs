using Acceptance.Cloud;
using Acceptance.Cloud.Live.Clock;

namespace Acceptance.Cli.Tests;

/// <summary>A wall on which a sleep is over when its step is done; the last step should end whoever sleeps.</summary>
internal sealed class SteppingClock(params Action[] steps) : ICloudClock, IClockSleeper
{
    private readonly SystemClock _wall = new();

    public List<TimeSpan> Slept { get; } = [];

    public DateTimeOffset Now => _wall.Now;

    public TimeProvider TimeProvider => _wall.TimeProvider;

    public ValueTask<IClockSleeper> Join(CancellationToken cancel = default) =>
        ValueTask.FromResult<IClockSleeper>(this);

    public Task Sleep(TimeSpan span, CancellationToken cancel = default)
    {
        Slept.Add(span);
        steps[Slept.Count - 1]();
        cancel.ThrowIfCancellationRequested();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
