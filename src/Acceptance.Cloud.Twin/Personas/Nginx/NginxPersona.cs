using Acceptance.Cloud.Twin.Personas.Shell;
using Acceptance.Cloud.Twin.World.Nginx;

namespace Acceptance.Cloud.Twin.Personas.Nginx;

/// <summary>
/// nginx -t and -v on the jumphost: it reads the vhosts and says on stderr what it finds; what the twin cannot judge is
/// neither ok nor failed.
/// </summary>
internal sealed class NginxPersona : Persona
{
    public override IReadOnlyList<string> Names { get; } = ["nginx"];

    public override HostKind On => HostKind.Jumphost;

    public override string Folder => "/usr/sbin";

    public override Task<int> Run(PersonaCall call) => call.Reading(() => Answer(call));

    private static int Answer(PersonaCall call)
    {
        lock (call.World.Gate)
        {
            return call.Argv switch
            {
                ["-v"] => call.Fail(0, "nginx version: nginx/1.18.0 (Ubuntu)"),
                ["-t"] => Test(call, quiet: false),
                ["-tq" or "-qt"] or ["-t", "-q"] or ["-q", "-t"] => Test(call, quiet: true),
                _ => throw new NotEmulatedException($"nginx {string.Join(' ', call.Argv)}"),
            };
        }
    }

    /// <summary>
    /// What nginx says against its files as they are; when it takes them, null and what it would serve.
    /// </summary>
    /// <exception cref="NotEmulatedException">There is more in them than a proxy.</exception>
    public static string? Refusal(PersonaCall call, out IReadOnlyList<NginxVhost> vhosts)
    {
        call.Host.Files.Materialise(call.Host.Root);
        vhosts = [];
        try
        {
            vhosts = new VhostJudge(call).Judge();
            return null;
        }
        catch (NginxRefusedException refused)
        {
            return refused.Message;
        }
    }

    /// <summary>Who is not root reads the same, and then fails at the process id's file.</summary>
    private static int Test(PersonaCall call, bool quiet)
    {
        var refusal = Refusal(call, out _);
        if (!call.Elevated)
            call.Err(
                "nginx: [alert] could not open error log file: "
                    + "open() \"/var/log/nginx/error.log\" failed (13: Permission denied)\n"
            );
        if (refusal is null && !quiet)
            call.Err($"nginx: the configuration file {NginxServer.MainFile} syntax is ok\n");
        if (!call.Elevated)
            refusal ??= "open() \"/run/nginx.pid\" failed (13: Permission denied)";
        if (refusal is not null)
            return call.Fail(
                1,
                $"nginx: [emerg] {refusal}\nnginx: configuration file {NginxServer.MainFile} test failed"
            );
        if (!quiet)
            call.Err($"nginx: configuration file {NginxServer.MainFile} test is successful\n");
        return 0;
    }
}
