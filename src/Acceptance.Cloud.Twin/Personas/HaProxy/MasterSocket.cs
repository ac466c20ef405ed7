using System.Globalization;
using System.Text;
using Acceptance.Cloud.Twin.World.HaProxy;

namespace Acceptance.Cloud.Twin.Personas.HaProxy;

/// <summary>The socket of haproxy's master process: which workers there are (captures haproxy*-mw-*).</summary>
internal static class MasterSocket
{
    public const string Path = "/run/haproxy-master.sock";

    public static string Answer(PersonaCall call, HaProxyInstance haproxy, string asked)
    {
        var is26 = call.World.HaProxy.Is26;
        return asked switch
        {
            "" => "",
            "show proc" => Processes(haproxy, call.World.Now, is26, HaproxyPersona.Version(call)),
            "show version" when is26 => HaproxyPersona.Version(call) + "\n\n",
            _ => throw new NotEmulatedException($"{asked} on the socket of haproxy's master"),
        };
    }

    private static string Processes(HaProxyInstance haproxy, DateTimeOffset now, bool is26, string version)
    {
        var text = new StringBuilder();
        void Row(int pid, string kind, string relative, string reloads, DateTimeOffset started)
        {
            var cells = is26
                ? new[] { $"{pid}", kind, reloads, Uptime(now - started) }
                : [$"{pid}", kind, relative, reloads, Uptime(now - started)];
            text.Append(string.Concat(cells.Select(cell => cell.PadRight(15) + " "))).Append(version).Append('\n');
        }

        text.Append(
            string.Concat(
                    (
                        is26
                            ? new[] { "#<PID>", "<type>", "<reloads>", "<uptime>", "<version>" }
                            : ["#<PID>", "<type>", "<relative PID>", "<reloads>", "<uptime>", "<version>"]
                    ).Select(cell => cell.PadRight(15) + " ")
                )
                .TrimEnd() + "      \n"
        );
        Row(
            haproxy.MasterPid,
            "master",
            "0",
            Number(haproxy.Reexecuted) + (is26 ? $" [failed: {Number(haproxy.FailedReloads)}]" : ""),
            haproxy.Started
        );
        text.Append("# workers\n");
        // A master that failed to read the file waits: 2.4 counts its worker to the old ones.
        var waits = haproxy.Waits && !is26;
        if (!waits)
            Row(haproxy.Worker.Pid, "worker", "1", Number(haproxy.Worker.Age), haproxy.Worker.Started);
        var old = haproxy.OldWorkers.Concat(waits ? [haproxy.Worker] : []).ToList();
        if (old.Count > 0)
            text.Append("# old workers\n");
        foreach (var worker in old)
            Row(worker.Pid, "worker", "[was: 1]", Number(worker.Age), worker.Started);
        return text.Append("# programs\n\n").ToString();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Uptime(TimeSpan up) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(int)up.TotalDays}d{up.Hours:D2}h{up.Minutes:D2}m{up.Seconds:D2}s"
        );
}
