namespace Acceptance.Cloud.Live.Clock;

/// <summary>The asked clock as libraries take one: their timers sleep on it.</summary>
internal sealed class ControlTimeProvider(ControlClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.Now;

    public override long GetTimestamp() => clock.Now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ControlTimer(clock, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }
}
