using Acceptance.Cloud.Twin.World;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire;

/// <summary>While a request is in flight the clock stands; one that stays open (a watch, a hang) releases it.</summary>
internal sealed class RequestFlight : IDisposable
{
    private static readonly object Key = new();
    private IDisposable? _held;

    private RequestFlight(IDisposable held) => _held = held;

    public static RequestFlight Of(HttpContext http, VirtualClock clock)
    {
        if (http.Items[Key] is RequestFlight flight)
            return flight;
        flight = new RequestFlight(clock.BeginRequest());
        http.Items[Key] = flight;
        return flight;
    }

    public void Release() => Interlocked.Exchange(ref _held, null)?.Dispose();

    public void Dispose() => Release();
}
