using System.Globalization;
using Acceptance.Cloud.Twin.World.HaProxy;

namespace Acceptance.Cloud.Twin.Personas.HaProxy;

/// <summary>haproxy's admin socket: one command, its answer, a blank line.</summary>
internal static class AdminSocket
{
    public static string Answer(PersonaCall call, HaProxyInstance haproxy, string asked) =>
        asked.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [] => "",
            ["show", "stat"] => StatTable.Of(haproxy, call.World.Now),
            ["show", "info"] => string.Create(
                CultureInfo.InvariantCulture,
                $"Name: HAProxy\nVersion: {HaproxyPersona.Version}\nRelease_date: 2024/04/05\nNbthread: 2\nProcess_num: 1\nPid: 1872\nUptime_sec: {(long)(call.World.Now - haproxy.Started).TotalSeconds}\nMaxconn: 2000\nStopping: 0\nJobs: 6\nListeners: 5\n\n"
            ),
            _ => throw new NotEmulatedException($"{asked} on haproxy's admin socket"),
        };
}
