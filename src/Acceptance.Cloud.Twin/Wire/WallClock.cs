namespace Acceptance.Cloud.Twin.Wire;

/// <summary>
/// The one place of the twin where wall time passes: latency, slow answers, hangs, a clock that runs on its own.
/// </summary>
internal static class WallClock
{
#pragma warning disable RS0030 // Wall time is the subject here: a slow endpoint is slow for real clients.
    public static Task Pass(TimeSpan span, CancellationToken cancel) =>
        Task.Delay(span, cancel)
            .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    /// <summary>
    /// The machine's clock, at which a twin starts: real clients judge its tokens and certificates by it.
    /// </summary>
    public static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();
#pragma warning restore RS0030
}
