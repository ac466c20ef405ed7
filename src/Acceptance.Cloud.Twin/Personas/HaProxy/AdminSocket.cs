using System.Globalization;
using Acceptance.Cloud.Twin.World.HaProxy;

namespace Acceptance.Cloud.Twin.Personas.HaProxy;

/// <summary>haproxy's admin socket: one command, its answer, a blank line; an error is an answer too, and socat exits 0.</summary>
internal static class AdminSocket
{
    private const string Unknown = "Unknown command, but maybe one of the following ones is a better match:\n  show stat [desc|json|no-maint|typed|up]*: report counters for each proxy and server\n  help [<command>]                        : list matching or all commands\n\n";

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
            case ["show", "stat", "-1", "4", "-1"] when haproxy.Edited is { } process:
                return new ProcessTable(process, is26).Of(serversOnly: true);
            case ["show", "info"]:
                return string.Create(CultureInfo.InvariantCulture, $"Name: HAProxy\nVersion: {HaproxyPersona.Version(call)}\nRelease_date: {(is26 ? "2023/12/14" : "2024/04/05")}\nNbthread: 2\nProcess_num: 1\nPid: 1872\nUptime_sec: {(long)(call.World.Now - haproxy.Started).TotalSeconds}\nMaxconn: 2000\nStopping: 0\nJobs: 6\nListeners: 5\n\n");
            case ["set", "server", var name, "state", "ready" or "drain" or "maint"]:
                return Set(haproxy, name, server => server.Admin = words[4]);
            case ["set", "server", var name, "health", "up" or "down"]:
                return Set(haproxy, name, server => server.ForcedDown = words[4] == "down");
            case ["show", "stat", ..] or ["show", "servers", ..] or ["show", "proc", ..] or ["set", ..] or ["disable" or "enable", ..]:
                throw new NotEmulatedException($"{asked} on haproxy's admin socket");
            default:
                return Unknown;
        }
    }

    private static string Set(HaProxyInstance haproxy, string name, Action<HaProxyServerState> does)
    {
        if (haproxy.Edited?.Find(name) is { } server)
        {
            does(server);
            return "\n";
        }

        var backend = name.Split('/')[0];
        if (haproxy.Edited is null && haproxy.Backends.Any(one => one.BackendName == backend)) throw new NotEmulatedException($"set server {name} on haproxy's admin socket");
        return haproxy.Edited is { } process && process.Configuration.Proxies.Exists(proxy => proxy.Name == backend) ? "No such server.\n\n" : "No such backend.\n\n";
    }
}
