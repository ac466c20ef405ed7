namespace Acceptance.Cloud.Live.Clock;

/// <summary>A timer whose waiting is done by the asked clock.</summary>
internal sealed class ControlTimer(ControlClock clock, TimerCallback callback, object? state) : ITimer
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private bool _disposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            _running?.Cancel();
            _running = null;
            if (_disposed)
                return false;
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            _running = new CancellationTokenSource();
            _ = Run(dueTime, period, _running.Token);
            return true;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _running?.Cancel();
            _running = null;
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Run(TimeSpan dueTime, TimeSpan period, CancellationToken stopped)
    {
        // A timer's owner must not find itself in its own callback before Change has returned.
        await Task.Yield();
        try
        {
            for (var next = dueTime; ; next = period)
            {
                if (next > TimeSpan.Zero)
                    await clock.Sleep(next, lease: null, stopped);
                if (stopped.IsCancellationRequested)
                    return;
                callback(state);
                if (period <= TimeSpan.Zero)
                    return;
            }
        }
        catch (OperationCanceledException)
        {
            // Changed or disposed of meanwhile.
        }
        catch (ClockUnreachableException)
        {
            // Who waits on a clock that is gone would wait for ever: woken, they meet it in their own next question.
            callback(state);
        }
    }
}
