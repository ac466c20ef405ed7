namespace Acceptance.Cloud.Twin.World;

/// <summary>One poller's place on the clock; disposed when it stops polling.</summary>
internal sealed class ClockLease(VirtualClock clock) : IDisposable
{
    internal bool Asleep { get; set; }

    internal bool HasLeft { get; private set; }

    public Task Sleep(TimeSpan span, CancellationToken cancel = default) => clock.Sleep(span, this, cancel);

    public void Dispose()
    {
        if (HasLeft)
            return;
        HasLeft = true;
        clock.Leave(this);
    }
}
