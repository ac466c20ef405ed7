namespace Acceptance.Cloud.Live.Clock;

/// <summary>
/// When evidence was read, on the cloud's clock. A clock behind a wire is asked without holding a thread: many ask at
/// once.
/// </summary>
internal static class Moments
{
    public static ValueTask<DateTimeOffset> Moment(this ICloudClock clock) =>
        clock is ControlClock asked ? asked.Ask() : ValueTask.FromResult(clock.Now);
}
