using Acceptance.Cloud.Twin.Personas.Nginx;
using Acceptance.Cloud.Twin.World.Nginx;

namespace Acceptance.Cloud.Twin.Personas.Systemd;

/// <summary>
/// systemctl on the jumphost, whose own services are the machine's and no business of the twin's: it knows nginx.
/// </summary>
internal static class JumphostServices
{
    public static int Act(PersonaCall call, string[] words, string[] names)
    {
        if (names is not ["nginx"])
            throw new NotEmulatedException($"{call.Program} {string.Join(' ', call.Argv)} on the jumphost");
        var nginx = call.World.Nginx;
        switch (words[0])
        {
            case "is-active":
                call.Out(nginx.Running ? "active\n" : "inactive\n");
                return nginx.Running ? 0 : 3;
            case "status":
                call.Out(
                    $"{(nginx.Running ? '●' : '○')} nginx.service - "
                        + "A high performance web server and a reverse proxy server\n"
                        + "     Loaded: loaded (/lib/systemd/system/nginx.service; "
                        + "enabled; vendor preset: enabled)\n"
                );
                call.Out(
                    nginx.Running
                        ? $"     Active: active (running) since {SystemdTime.Moment(nginx.Started)}; "
                            + $"{SystemdTime.Ago(call.World.Now - nginx.Started)}\n"
                        : "     Active: inactive (dead)\n"
                );
                return nginx.Running ? 0 : 3;
            case "reload" or "restart" or "start" or "stop":
                return Do(call, words[0], nginx);
            default:
                throw new NotEmulatedException($"{call.Program} {string.Join(' ', call.Argv)} on the jumphost");
        }
    }

    /// <summary>A start and a reload test the files first; a restart that fails there leaves nobody.</summary>
    private static int Do(PersonaCall call, string verb, NginxServer nginx)
    {
        if (!call.Elevated)
            return call.Fail(
                1,
                $"Failed to {verb} nginx.service: Interactive authentication required.\n"
                    + "See system logs and 'systemctl status nginx.service' for details."
            );
        if (verb == "reload" && !nginx.Running)
            return call.Fail(1, "nginx.service is not active, cannot reload.");
        if (verb == "stop")
            nginx.Stop();
        if (verb == "stop" || (verb == "start" && nginx.Running))
            return 0;
        if (NginxPersona.Refusal(call, out var vhosts) is not null)
        {
            if (verb == "restart")
                nginx.Stop();
            return call.Fail(
                1,
                "Job for nginx.service failed because the control process exited with error code.\n"
                    + "See \"systemctl status nginx.service\" and \"journalctl -xeu nginx.service\" for details."
            );
        }

        if (verb == "reload")
            nginx.Reload(vhosts);
        else
            nginx.Start(vhosts);
        return 0;
    }
}
