namespace Acceptance.Cloud.Twin.World;

/// <summary>One poller's place on the clock; disposed when it stops polling.</summary>
public sealed class ClockLease(VirtualClock clock) : IDisposable
{
    private bool _left;

    internal bool Asleep { get; set; }

    public Task Sleep(TimeSpan span, CancellationToken cancel = default) => clock.Sleep(span, this, cancel);

    public void Dispose()
    {
        if (_left) return;
        _left = true;
        clock.Leave(this);
    }
}
