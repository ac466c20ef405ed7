namespace Acceptance.Cloud.Twin.World;

/// <summary>A timer on the virtual clock, so that Polly and friends wait in the twin's time.</summary>
internal sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
{
    private CancellationTokenSource _current = new();

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _current.Cancel();
        _current = new CancellationTokenSource();
        if (dueTime != Timeout.InfiniteTimeSpan)
            _ = Run(dueTime, period, _current.Token);
        return true;
    }

    public void Dispose() => _current.Cancel();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Run(TimeSpan dueTime, TimeSpan period, CancellationToken cancel)
    {
        try
        {
            await clock.Sleep(dueTime, cancel: cancel);
            while (!cancel.IsCancellationRequested)
            {
                callback(state);
                if (period <= TimeSpan.Zero)
                    return;
                await clock.Sleep(period, cancel: cancel);
            }
        }
        catch (OperationCanceledException)
        {
            // The timer was changed or disposed: nothing is owed.
        }
    }
}
