using System.Globalization;
using System.Text;
using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas.HaProxy;

/// <summary>
/// socat to haproxy's admin socket, on API units. A dead or forbidden socket is a line on stderr and exit 1, which a
/// pipe into grep hides.
/// </summary>
internal sealed class SocatPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["socat"];

    public override HostKind On => HostKind.Container;

    public override async Task<int> Run(PersonaCall call)
    {
        var socket = call
            .Argv.Select(word => PathMapping.Back(word, call.Host))
            .FirstOrDefault(word => word.Contains("admin.sock", StringComparison.Ordinal));
        if (socket is null)
            throw new NotEmulatedException("socat to anything but haproxy's admin socket");
        var path = socket[(socket.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',')[0];
        var asked = Encoding.UTF8.GetString(await call.ReadStdin()).Trim();
        lock (call.World.Gate)
        {
            var haproxy = call.World.HaProxy.On(call.Host.Machine!);
            if (haproxy is null || !haproxy.SocketExists)
                return Refused(call, path, "No such file or directory");
            if (!call.Elevated)
                return Refused(call, path, "Permission denied");
            if (!haproxy.Running)
                return Refused(call, path, "Connection refused");
            call.Out(AdminSocket.Answer(call, haproxy, asked));
            return 0;
        }
    }

    private static int Refused(PersonaCall call, string path, string why) =>
        call.Fail(
            1,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{call.World.Now.UtcDateTime:yyyy/MM/dd HH:mm:ss} socat[3002] E "
                    + $"connect(, AF=1 \"{path}\", {path.Length + 2}): {why}"
            )
        );
}
