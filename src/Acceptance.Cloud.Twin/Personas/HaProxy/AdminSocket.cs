using System.Globalization;
using Acceptance.Cloud.Twin.World.HaProxy;

namespace Acceptance.Cloud.Twin.Personas.HaProxy;

/// <summary>haproxy's admin socket: one command, its answer, a blank line; an error is an answer too, and socat exits 0.</summary>
internal static class AdminSocket
{
    private const string Unknown =
        "Unknown command, but maybe one of the following ones is a better match:\n  show stat [desc|json|no-maint|typed|up]*: report counters for each proxy and server\n  help [<command>]                        : list matching or all commands\n\n";

    public static string Answer(PersonaCall call, HaProxyInstance haproxy, string asked)
    {
        var words = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var is26 = call.World.HaProxy.Is26;
        switch (words)
        {
            case []:
                return "";
            case ["show", "stat"]:
                return StatTable.Of(haproxy, call.World.Now, is26);
            case ["show", "stat", .. var how] when !how.Contains("desc"):
                return StatFormats.Of(StatTable.Of(haproxy, call.World.Now, is26), how);
            case ["show", "servers", "state", .. var only] when only.Length <= 1:
                return ServersState.Of(haproxy, only.FirstOrDefault(), call.World.Now, is26);
            case ["show", "backend"]:
                return $"# name\n{string.Concat(Backends(haproxy).Select(name => name + "\n"))}\n";
            case ["show", "errors", ..]:
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"Total events captured on [{call.World.Now.UtcDateTime:dd/MMM/yyyy:HH:mm:ss.fff}] : 0\n\n"
                );
            case ["show", "version"] when is26:
                return HaproxyPersona.Version(call) + "\n\n";
            case ["disable" or "enable", "server", var name]:
                return Set(haproxy, name, server => server.Admin = words[0] == "disable" ? "maint" : "ready");
            case ["get", "weight", var name] when haproxy.Edited is not null:
                return haproxy.Edited.Find(name) is { } weighed
                    ? string.Create(CultureInfo.InvariantCulture, $"{weighed.Weight} (initial {weighed.Weight})\n\n")
                    : Set(haproxy, name, _ => { });
            case ["show", "info"]:
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"Name: HAProxy\nVersion: {HaproxyPersona.Version(call)}\nRelease_date: {(is26 ? "2023/12/14" : "2024/04/05")}\nNbthread: 2\nProcess_num: 1\nPid: 1872\nUptime_sec: {(long)(call.World.Now - haproxy.Started).TotalSeconds}\nMaxconn: 2000\nStopping: 0\nJobs: 6\nListeners: 5\n\n"
                );
            case ["set", "server", var name, "state", "ready" or "drain" or "maint"]:
                return Set(haproxy, name, server => server.Admin = words[4]);
            case ["set", "server", var name, "health", "up" or "down"]:
                return Set(haproxy, name, server => server.ForcedDown = words[4] == "down");
            case ["show", "stat", ..]
            or ["show", "servers", ..]
            or ["show", "info", ..]
            or [
                "show",
                "sess"
                or "table"
                or "pools"
                or "env"
                or "activity"
                or "fd"
                or "map"
                or "acl"
                or "ssl"
                or "cli"
                or "threads"
                or "resolvers"
                or "tasks"
                or "libs"
                or "peers",
                ..,
            ]
            or ["get", ..]
            or ["set", ..]
            or ["disable" or "enable", ..]:
                throw new NotEmulatedException($"{asked} on haproxy's admin socket");
            default:
                return Unknown;
        }
    }

    private static IEnumerable<string> Backends(HaProxyInstance haproxy) =>
        haproxy.Edited is { } process
            ? process.Configuration.Proxies.Where(proxy => proxy.IsBackend).Select(proxy => proxy.Name)
            : haproxy.Backends.Select(backend => backend.BackendName);

    private static string Set(HaProxyInstance haproxy, string name, Action<HaProxyServerState> does)
    {
        if (haproxy.Edited?.Find(name) is { } server)
        {
            does(server);
            return "\n";
        }

        var backend = name.Split('/')[0];
        if (haproxy.Edited is null && haproxy.Backends.Any(one => one.BackendName == backend))
            throw new NotEmulatedException($"set server {name} on haproxy's admin socket");
        return haproxy.Edited is { } process && process.Configuration.Proxies.Exists(proxy => proxy.Name == backend)
            ? "No such server.\n\n"
            : "No such backend.\n\n";
    }
}
