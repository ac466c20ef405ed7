using Acceptance.Cloud;

namespace Acceptance.Live.Tests;

/// <summary>A clock that stands.</summary>
internal sealed class FixedClock : ICloudClock
{
    public static DateTimeOffset Moment { get; } = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now => Moment;

    public TimeProvider TimeProvider => throw new NotSupportedException("nothing here waits");

    public ValueTask<IClockSleeper> Join(CancellationToken cancel = default) =>
        throw new NotSupportedException("nothing here waits");
}
