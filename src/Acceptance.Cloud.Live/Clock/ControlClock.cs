using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Acceptance.Cloud.Live.Shell;

namespace Acceptance.Cloud.Live.Clock;

/// <summary>A clock that is asked and slept on over HTTP: GET clock, POST clock/join, POST clock/sleep.</summary>
public sealed class ControlClock : ICloudClock, IDisposable
{
    private readonly HttpClient _client;
    private long _lastTicks;

    public ControlClock(Uri at)
    {
        At = at.AbsoluteUri.EndsWith('/') ? at : new Uri(at.AbsoluteUri + "/");
        // A lease is an answer that never ends: drained before it is closed, as is the default, it would hold the
        // clock for 2 s more.
        _client = Deadline.Client(
            new SocketsHttpHandler
            {
                UseProxy = false,
                UseCookies = false,
                AllowAutoRedirect = false,
                ResponseDrainTimeout = TimeSpan.Zero,
            }
        );
        TimeProvider = new ControlTimeProvider(this);
    }

    public Uri At { get; }

    public TimeProvider TimeProvider { get; }

    /// <summary>
    /// Asked anew each time. A clock that answered once and is gone stands still: what failed with it is said by who
    /// asked it.
    /// </summary>
    public DateTimeOffset Now
    {
        get
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(At, "clock"));
                using var answer = _client.Send(request).EnsureSuccessStatusCode();
                using var body = answer.Content.ReadAsStream();
                return Read(JsonDocument.Parse(body).RootElement);
            }
            catch (Exception silent) when (IsSilence(silent))
            {
                return Last(silent);
            }
        }
    }

    /// <summary><see cref="Now"/>, asynchronously.</summary>
    internal async ValueTask<DateTimeOffset> Ask()
    {
        try
        {
            return Read(await _client.GetFromJsonAsync<JsonElement>(new Uri(At, "clock")));
        }
        catch (Exception silent) when (IsSilence(silent))
        {
            return Last(silent);
        }
    }

    public async ValueTask<IClockSleeper> Join(CancellationToken cancel = default)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(At, "clock/join"));
            var held = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            held.EnsureSuccessStatusCode();
            var reader = new StreamReader(await held.Content.ReadAsStreamAsync(cancel));
            var line = await reader.ReadLineAsync(cancel) ?? throw new IOException("it ended before it gave a lease.");
            return new Sleeper(this, held, JsonDocument.Parse(line).RootElement.GetProperty("lease").GetString()!);
        }
        catch (Exception silent) when (IsSilence(silent))
        {
            throw new ClockUnreachableException(At, silent);
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>
    /// Returns when the clock has moved on by the span; without a lease nobody is held back meanwhile.
    /// </summary>
    internal async Task Sleep(TimeSpan span, string? lease, CancellationToken cancel)
    {
        var seconds = span.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var query = lease is null ? $"clock/sleep?seconds={seconds}" : $"clock/sleep?seconds={seconds}&lease={lease}";
        try
        {
            using var answer = await _client.PostAsync(new Uri(At, query), null, cancel);
            answer.EnsureSuccessStatusCode();
            Read(await answer.Content.ReadFromJsonAsync<JsonElement>(cancel));
        }
        catch (Exception silent) when (IsSilence(silent))
        {
            throw new ClockUnreachableException(At, silent);
        }
    }

    private DateTimeOffset Read(JsonElement answer)
    {
        var now = DateTimeOffset.Parse(
            answer.GetProperty("now").GetString()!,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );
        Interlocked.Exchange(ref _lastTicks, now.UtcTicks);
        return now;
    }

    private DateTimeOffset Last(Exception silent) =>
        Interlocked.Read(ref _lastTicks) is > 0 and var ticks
            ? new DateTimeOffset(ticks, TimeSpan.Zero)
            : throw new ClockUnreachableException(At, silent);

    private static bool IsSilence(Exception thrown) =>
        thrown is HttpRequestException or IOException or JsonException or KeyNotFoundException or FormatException;

    /// <summary>A lease is held as long as its connection: ending it gives the clock back.</summary>
    private sealed class Sleeper(ControlClock clock, HttpResponseMessage held, string lease) : IClockSleeper
    {
        public Task Sleep(TimeSpan span, CancellationToken cancel = default) => clock.Sleep(span, lease, cancel);

        public ValueTask DisposeAsync()
        {
            held.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
