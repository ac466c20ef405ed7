using Acceptance.Cloud.Live.Transport;

namespace Acceptance.Cloud.Live.Shell;

/// <summary>
/// The one place where wall time ends something: a connection, an answer, a started program. A hung peer has no clock
/// of the cloud to be judged by.
/// </summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _time;
    private readonly CancellationTokenSource _source;
    private readonly CancellationToken _caller;

    private Deadline(TimeSpan span, TimeProvider watch, CancellationToken caller)
    {
        Span = span;
        _caller = caller;
        _time = new CancellationTokenSource(span, watch);
        _source = CancellationTokenSource.CreateLinkedTokenSource(caller, _time.Token);
    }

    public TimeSpan Span { get; }

    public CancellationToken Token => _source.Token;

    /// <summary>Time ran out, and it was not the caller who gave up.</summary>
    public bool Passed => _source.IsCancellationRequested && !_caller.IsCancellationRequested;

    /// <param name="watch">What it goes by: the machine's clock, but in a test.</param>
    public static Deadline After(TimeSpan span, TimeProvider watch, CancellationToken caller) =>
        new(span, watch, caller);

    /// <summary>Starts counting anew: something was heard.</summary>
    // Wall time by its nature: it bounds a peer's silence, not the cloud's work.
#pragma warning disable RS0030
    public void Extend() => _time.CancelAfter(Span);

    /// <summary>
    /// What a deadline and the pause before a safe repeat go by: on the cloud's clock they would wait for a poller that
    /// waits for us.
    /// </summary>
    public static TimeProvider Wall => TimeProvider.System;

    /// <summary>A client whose deadlines are ours, not its own 100 seconds.</summary>
    public static HttpClient Client(HttpMessageHandler handler) =>
        new(handler)
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = Bounds.Answer,
        };
#pragma warning restore RS0030

    public void Dispose()
    {
        _source.Dispose();
        _time.Dispose();
    }
}
