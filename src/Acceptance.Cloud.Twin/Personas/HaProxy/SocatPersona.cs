using System.Globalization;
using System.Text;
using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.HaProxy;

/// <summary>socat to haproxy's admin socket, on API units. A dead or forbidden socket is a line on stderr and exit 1, which a pipe into grep hides.</summary>
internal sealed class SocatPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["socat"];

    public override HostKind On => HostKind.Container;

    public override async Task<int> Run(PersonaCall call)
    {
        var socket = call.Argv.Select(word => PathMapping.Back(word, call.Host)).FirstOrDefault(word => word.EndsWith("/haproxy/admin.sock", StringComparison.Ordinal) || word.Contains("admin.sock", StringComparison.Ordinal));
        if (socket is null) throw new NotEmulatedException("socat to anything but haproxy's admin socket");
        var path = socket[(socket.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',')[0];
        var asked = Encoding.UTF8.GetString(await call.ReadStdin()).Trim();
        lock (call.World.Gate)
        {
            var haproxy = call.World.HaProxy.On(call.Host.Machine!);
            if (haproxy is null || !haproxy.SocketExists) return Refused(call, path, "No such file or directory");
            if (!call.Elevated) return Refused(call, path, "Permission denied");
            if (!haproxy.Running) return Refused(call, path, "Connection refused");
            call.Out(asked switch
            {
                "show stat" => StatTable.Of(haproxy, call.World.Now),
                "" => "",
                "show info" => string.Create(CultureInfo.InvariantCulture, $"Name: HAProxy\nVersion: 2.4.24-0ubuntu0.22.04.2\nUptime_sec: {(long)(call.World.Now - haproxy.Started).TotalSeconds}\n\n"),
                _ => "Unknown command, but maybe one of the following ones is a better match:\n  show stat [desc|json|no-maint|typed|up]*: report counters for each proxy and server\n  help [<command>]                        : list matching or all commands\n\n",
            });
            return 0;
        }
    }

    private static int Refused(PersonaCall call, string path, string why) => call.Fail(1, string.Create(CultureInfo.InvariantCulture,
        $"{call.World.Now.UtcDateTime:yyyy/MM/dd HH:mm:ss} socat[3002] E connect(, AF=1 \"{path}\", {path.Length + 2}): {why}"));
}
