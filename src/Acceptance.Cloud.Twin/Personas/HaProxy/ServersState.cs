using System.Globalization;
using System.Text;
using Acceptance.Cloud.Twin.World.HaProxy;

namespace Acceptance.Cloud.Twin.Personas.HaProxy;

/// <summary>`show servers state`: what a reload hands on of each server, in numbers (captures haproxy*-show-servers-state).</summary>
internal static class ServersState
{
    private const string Header =
        "1\n# be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state srv_uweight srv_iweight srv_time_since_last_change srv_check_status srv_check_result srv_check_health srv_check_state srv_agent_state bk_f_forced_id srv_f_forced_id srv_fqdn srv_port srvrecord srv_use_ssl srv_check_port srv_check_addr srv_agent_addr srv_agent_port\n";

    private const int CheckPaused = 14;
    private const int CheckRuns = 6;

    /// <summary>haproxy's numbers of check_status.</summary>
    private static readonly Dictionary<string, int> Codes = new(StringComparer.Ordinal)
    {
        ["INI"] = 2,
        ["SOCKERR"] = 5,
        ["L4OK"] = 6,
        ["L4TOUT"] = 7,
        ["L4CON"] = 8,
        ["L6OK"] = 9,
        ["L6TOUT"] = 10,
        ["L6RSP"] = 11,
        ["L7TOUT"] = 12,
        ["L7RSP"] = 13,
        ["L7OK"] = 15,
        ["L7OKC"] = 16,
        ["L7STS"] = 17,
    };

    public static string Of(HaProxyInstance haproxy, string? only, DateTimeOffset now, bool is26)
    {
        var text = new StringBuilder(Header);
        var names = haproxy.Edited is { } process ? OfProcess(process, only, text) : OfCharm(haproxy, only, now, text);
        if (only is not null && !names.Contains(only))
            return "Can't find backend.\n\n";
        // 2.4 lists the master's own proxy.
        if (!is26 && only is null)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{names.Count + 2} MASTER 1 cur-1 - 2 0 0 0 {Seconds(now - haproxy.Started)} 1 0 0 0 0 0 0 - 0 - 0 0 - - 0\n"
            );
        return text.Append('\n').ToString();
    }

    private static List<string> OfProcess(HaProxyProcess process, string? only, StringBuilder text)
    {
        process.Look();
        var id = 2;
        foreach (var proxy in process.Configuration.Proxies)
        {
            if (proxy.IsBackend && (only is null || only == proxy.Name))
            {
                var server = 1;
                foreach (var state in process.Servers[proxy])
                    text.Append(CultureInfo.InvariantCulture, $"{id} {proxy.Name} {server++} {Row(process, state)}\n");
            }

            id++;
        }

        return [.. process.Configuration.Proxies.Select(proxy => proxy.Name)];
    }

    private static string Row(HaProxyProcess process, HaProxyServerState server)
    {
        var line = server.Line;
        var via = server.Tracked is { } tracked && process.Find(tracked)?.Admin == "maint";
        var stopped = server.Admin == "maint" || via || server.Unresolved;
        var operation =
            stopped || !server.Usable && server.Status is not ("NOLB" or "DRAIN") || server.AgentDown ? 0
            : server.Status == "NOLB" ? 3
            : 2;
        var admin =
            server.Unresolved ? 32
            : via ? 2
            : server.Admin switch
            {
                "maint" => line.Has("disabled") ? 5 : 1,
                "drain" => 8,
                _ => 0,
            };
        var check = server.Check is { } found
            ? (
                Code: Codes.GetValueOrDefault(found.Status, 1),
                Result: found.Status == "L7OKC" ? 4
                : found.Passed ? 3
                : 2
            )
            : (Code: 1, Result: 0);
        var health =
            stopped || server.ForcedDown ? 0
            : server.Check is null ? server.Rise
            : server.Health;
        var runs = line.Has("check")
            ? stopped
                ? CheckPaused
                : CheckRuns
            : 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{line.Name} {(server.Unresolved ? "-" : line.Address)} {operation} {admin} {server.Weight} {server.Weight} {Seconds(process.Now - server.Changed)} {check.Code} {check.Result} {health} {runs} {(line.Has("agent-check") ? 22 : 0)} 0 0 {(server.Unresolved ? line.Address : "-")} {line.Port} - {(line.Has("ssl") ? 1 : 0)} 0 - - {line.Number("agent-port", 0)}"
        );
    }

    private static List<string> OfCharm(HaProxyInstance haproxy, string? only, DateTimeOffset now, StringBuilder text)
    {
        var id = 3;
        foreach (var backend in haproxy.Backends)
        {
            var server = 1;
            foreach (var one in only is null || only == backend.BackendName ? backend.Servers : [])
            {
                var up = one.Status != "DOWN";
                var address = one.Address.Split(':');
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{id} {backend.BackendName} {server++} {one.Name} {address[0]} {(up ? 2 : 0)} 0 1 1 {Seconds(now - one.LastChange)} {Codes[one.Check.Status]} {(up ? 3 : 2)} {(up ? 4 : 0)} 6 0 0 0 - {address[1]} - 0 0 - - 0\n"
                );
            }

            id += 2;
        }

        return [.. haproxy.Backends.SelectMany(backend => new[] { backend.FrontendName, backend.BackendName })];
    }

    private static long Seconds(TimeSpan span) => (long)span.TotalSeconds;
}
