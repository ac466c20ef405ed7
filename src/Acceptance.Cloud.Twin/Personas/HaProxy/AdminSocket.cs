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
                $"Name: HAProxy\n"
                    + $"Version: {HaproxyPersona.Version}\n"
                    + $"Release_date: 2024/04/05\n"
                    + $"Nbthread: 2\n"
                    + $"Process_num: 1\n"
                    + $"Pid: 1872\n"
                    + $"Uptime_sec: {(long)(call.World.Now - haproxy.Started).TotalSeconds}\n"
                    + $"Maxconn: 2000\n"
                    + $"Stopping: 0\n"
                    + $"Jobs: 6\n"
                    + $"Listeners: 5\n\n"
            ),
            _ => throw new NotEmulatedException($"{asked} on haproxy's admin socket"),
        };
}
