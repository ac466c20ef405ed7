using System.Globalization;
using Acceptance.Cloud.Twin.Faults;
using Acceptance.Cloud.Twin.World;
using Microsoft.AspNetCore.Http;

namespace Acceptance.Cloud.Twin.Wire;

/// <summary>
/// The control wire: what a rehearsal asks of the twin itself, in plain HTTP and JSON.
/// Below its word: GET clock; POST clock/join -> a
/// line {lease}, held while the connection is open; POST clock/sleep?seconds=&amp;lease=; POST clock/advance?seconds=;
/// GET faults; POST faults/ID; DELETE faults/ID; GET log?from=N (entries from number N on); GET state.
/// </summary>
internal sealed class ControlService(TwinWorld world, FaultRegistry faults, WireHost wire, ControlDoor door)
    : WireService(world)
{
    private const double LongestSleep = 10 * 365.0 * 24 * 3600;

    private readonly Dictionary<string, ClockLease> _leases = [];

    public override string Role => "control";

    public override bool Tls => false;

    public override async Task Answer(HttpContext http, string role)
    {
        if (door.Refuses(http) is var (status, sentence))
        {
            await Refuse(http, status, sentence);
            return;
        }

        var parts = http.Request.Path.Value!.Trim('/').Split('/')[1..];
        var verb = http.Request.Method;
        try
        {
            var answer = (verb, parts.FirstOrDefault(), parts.ElementAtOrDefault(1)) switch
            {
                ("GET", "clock", null) => Clock(http),
                ("POST", "clock", "join") => Join(http),
                ("POST", "clock", "sleep") => Sleep(http),
                ("POST", "clock", "advance") => Advance(http),
                ("GET", "faults", null) => http.Response.WriteAsJsonAsync(Faults()),
                ("POST", "faults", { } id) => Inject(http, id),
                ("DELETE", "faults", { } id) => Heal(http, id),
                ("GET", "log", null) => http.Response.WriteAsJsonAsync(World.Recorder.Entries.Skip(From(http))),
                ("GET", "state", null) => http.Response.WriteAsJsonAsync(State()),
                _ => Refuse(http, 404, $"The control wire has no {verb} {string.Join('/', parts)}."),
            };
            await answer;
        }
        catch (UnknownFaultException unknown)
        {
            await Refuse(http, 404, unknown.Message);
        }
        catch (FormatException misshapen)
        {
            await Refuse(http, 400, misshapen.Message);
        }
    }

    private Task Clock(HttpContext http) =>
        http.Response.WriteAsJsonAsync(new { now = World.Now.ToString("O", CultureInfo.InvariantCulture) });

    /// <summary>A lease lasts as long as its connection: a poller that was killed cannot hold the clock.</summary>
    private async Task Join(HttpContext http)
    {
        var id = Guid.NewGuid().ToString("N");
        using var lease = World.Clock.Join();
        lock (_leases)
            _leases[id] = lease;
        try
        {
            await http.Response.WriteAsync($"{{\"lease\":\"{id}\"}}\n", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await WallClock.Pass(Timeout.InfiniteTimeSpan, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // Gone before the first byte: the lease ends with it.
        }
        finally
        {
            lock (_leases)
                _leases.Remove(id);
        }
    }

    private async Task Sleep(HttpContext http)
    {
        ClockLease? lease = null;
        if (http.Request.Query["lease"].ToString() is { Length: > 0 } id)
        {
            lock (_leases)
                lease = _leases.GetValueOrDefault(id);
        }

        try
        {
            await World.Clock.Sleep(Seconds(http), lease, http.RequestAborted);
            await Clock(http);
        }
        catch (OperationCanceledException)
        {
            // Who waited has gone; their lease goes with its own connection.
        }
    }

    private async Task Advance(HttpContext http)
    {
        World.Clock.Advance(Seconds(http));
        await Clock(http);
    }

    private object State()
    {
        lock (World.Gate)
        {
            return new
            {
                World.Plan.Block,
                World.Plan.World,
                World.Now,
                Hosts = World.Hosts.Count,
                HostsOff = World.Hosts.Where(host => !host.PoweredOn).Select(host => host.Name),
                Servers = World.Compute.Servers.Count,
                LoadBalancers = World.LoadBalancing.LoadBalancers.Count,
                Orphans = World.LoadBalancing.Amphorae.Orphans.Select(server => server.Name),
                Management = World.Management.Phase.ToString(),
                Clusters = World.Workloads.All.Select(one => one.Magnum.Name),
                VaultSealed = World.Vaults.Any(vault => vault.Sealed),
                World.Plan.Untidy,
                Faults = faults.Active.Select(active => new { id = active.Fault.Id, victim = active.Victim }),
                Rules = wire.Rules,
            };
        }
    }

    private object Faults() =>
        new
        {
            known = faults.Known.Select(fault => new { id = fault.Id, says = fault.Says }),
            active = faults.Active.Select(active => new { id = active.Fault.Id, victim = active.Victim }),
        };

    private async Task Inject(HttpContext http, string id)
    {
        var active = faults.Inject(Uri.UnescapeDataString(id));
        await http.Response.WriteAsJsonAsync(
            new
            {
                id = active.Fault.Id,
                victim = active.Victim,
                says = active.Fault.Says,
            }
        );
    }

    private async Task Heal(HttpContext http, string id)
    {
        faults.Heal(Uri.UnescapeDataString(id));
        await http.Response.WriteAsJsonAsync(new { healed = id });
    }

    private static TimeSpan Seconds(HttpContext http)
    {
        var told = http.Request.Query["seconds"].ToString();
        return
            double.TryParse(told, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and <= LongestSleep
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException($"seconds: found '{told}'; allowed: 0 to {LongestSleep:0}.");
    }

    private static int From(HttpContext http) =>
        int.TryParse(http.Request.Query["from"], CultureInfo.InvariantCulture, out var from) ? from : 0;

    private static Task Refuse(HttpContext http, int status, string sentence)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new { error = sentence });
    }
}
