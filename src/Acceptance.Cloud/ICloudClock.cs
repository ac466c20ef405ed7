namespace Acceptance.Cloud;

/// <summary>The clock of a cloud, on which polls sleep.</summary>
public interface ICloudClock
{
    /// <summary>What the cloud's clock says now.</summary>
    DateTimeOffset Now { get; }

    /// <summary>For libraries that take one (Polly): the same clock.</summary>
    TimeProvider TimeProvider { get; }

    /// <summary>
    /// Takes part in the clock's time until disposed: on a twin, time passes only while everybody who joined sleeps.
    /// </summary>
    ValueTask<IClockSleeper> Join(CancellationToken cancel = default);
}
