using System.Security.Cryptography.X509Certificates;
using Acceptance.Cloud.Twin.World;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire;

/// <summary>One request's way through the twin: misbehave if a rule says so, answer, record.</summary>
internal sealed class WireExchange(TwinWorld world, WireHost host)
{
    private readonly Lazy<X509Certificate2> _rogues = new(() => world.Pki.Authority("nobody the cloud trusts"));

    /// <summary>A certificate for an address that nobody the cloud trusts has signed.</summary>
    public X509Certificate2 Rogue(string address) =>
        world.Pki.Server(_rogues.Value, "rogue", [address, "127.0.0.1"], []);

    // nginx's word in its log for a connection that ended without an answer.
    private const int Unanswered = 444;

    public async Task Serve(HttpContext http)
    {
        var role = host.RoleAt(http.Connection.LocalIpAddress, http.Connection.LocalPort);
        if (role is null)
        {
            http.Abort();
            return;
        }

        var service = host.ServiceFor(role);
        using var flight = RequestFlight.Of(http, world.Clock);
        if (service.Role == "control")
        {
            // Asking the twin about itself is no traffic of the cloud, and a sleeper must not hold its own clock.
            flight.Release();
            await service.Answer(http, role);
            return;
        }

        if (service.Passes)
            flight.Release();
        host.Callers.Asked();
        var body = await BodyToRecord(http);
        if (host.Latency > TimeSpan.Zero)
            await WallClock.Pass(host.Latency, http.RequestAborted);
        if (!await Misbehaves(http, service, flight))
            await service.Answer(http, role);
        world.Recorder.Request(
            service.Role,
            http.Request.Method,
            $"{http.Request.Scheme}://{http.Request.Host}{http.Request.Path}{http.Request.QueryString}",
            http.Response.StatusCode,
            body,
            http.Request.Headers.UserAgent.ToString()
        );
    }

    /// <summary>
    /// The body, which the service reads again; null where there is none, or it is too large to be kept.
    /// </summary>
    private static async Task<string?> BodyToRecord(HttpContext http) =>
        http.Request.ContentLength is > 0 and < 65536 || http.Request.Headers.TransferEncoding.Count > 0
            ? await WireBody.Peek(http)
            : null;

    private async Task<bool> Misbehaves(HttpContext http, WireService service, RequestFlight flight)
    {
        var met = host.Rules.FirstOrDefault(rule => !rule.InHandshake && rule.Meets(service.Role, http.Request.Path));
        if (met is null)
            return false;
        met.Fired++;
        return await Misbehave(http, met, flight);
    }

    /// <summary>True when the answer was the misbehaviour.</summary>
    private static async Task<bool> Misbehave(HttpContext http, EndpointRule rule, RequestFlight flight)
    {
        switch (rule.How)
        {
            case Misbehaviour.Slow:
                await WallClock.Pass(rule.Delay, http.RequestAborted);
                return false;
            case Misbehaviour.Hang:
                flight.Release();
                await Task.WhenAny(WallClock.Pass(Timeout.InfiniteTimeSpan, http.RequestAborted));
                http.Response.StatusCode = Unanswered;
                return true;
            case Misbehaviour.Status:
                http.Response.StatusCode = rule.Status;
                if (rule.Status == 429)
                    http.Response.Headers.RetryAfter = "1";
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync($"<html><body><h1>{rule.Status}</h1></body></html>\n");
                return true;
            case Misbehaviour.Garbled:
                http.Response.ContentType = "application/json";
                await http.Response.WriteAsync("{\"servers\": [{]]");
                return true;
            case Misbehaviour.HalfWritten:
                http.Response.ContentType = "application/json";
                http.Response.ContentLength = 4096;
                await http.Response.WriteAsync("{\"half\": [");
                // Ended with less than was promised: the server closes the connection behind what it has sent. An
                // abort would overtake it.
                return true;
            default:
                http.Response.StatusCode = Unanswered;
                http.Abort();
                return true;
        }
    }
}
