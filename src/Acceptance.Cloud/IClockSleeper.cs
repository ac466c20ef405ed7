namespace Acceptance.Cloud;

/// <summary>One poller's place on the cloud's clock.</summary>
public interface IClockSleeper : IAsyncDisposable
{
    Task Sleep(TimeSpan span, CancellationToken cancel = default);
}
