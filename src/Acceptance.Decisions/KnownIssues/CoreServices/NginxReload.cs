using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Traps;
using static Acceptance.Cloud.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues.CoreServices;

public static class NginxReload
{
    public const string Id = "nginx-reload";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "after a reload an old worker of the jumphost's proxy answers for a while",
            Heading = "appendix-A, Core services: HAProxy + reverse-proxy",
            Phases = ["phase-03"],
            Rung = "vips",
            Symptom =
                "the vhost was edited, nginx -t is content, systemctl reload nginx says nothing, and a curl some 2 s "
                + "later is answered as before the edit; later it is not",
            SeenBy = [ProxyServes.Check],
            FastConfirm = $"`ps -ww -C nginx -o args=`, on the jumphost: a worker process is shutting down",
            Cause =
                "a reload starts new workers beside the old ones, which drain: they answer what they have and what "
                + "they still take by the configuration that they had read",
            Fix =
            [
                new(
                    $"`sudo nginx -t` first; where the listen or upstream set changed: `sudo systemctl restart nginx`, "
                        + $"which blips MAAS' proxy on the same host, too; reload for edits of equal content only",
                    Mutate
                ),
            ],
            DoNots = ["never take the answer right after a reload for the new configuration's"],
            Proof = "no worker is shutting down, and a new connection is answered as edited",
            NearMisses =
            [
                new(
                    "a reload is silent and ends with 0, and the old configuration serves for ever",
                    "the new listen port is taken by another process: nginx -t does not try it, and only the error log "
                        + "tells",
                    "`sudo tail -n 2 /var/log/nginx/error.log`: Address already in use, still could not bind()",
                    "wait for it to drain: free the port, or choose another",
                    "appendix-A"
                ),
            ],
            Trap = new()
            {
                Bites = new()
                {
                    Exit = 0,
                    Words = ["right after the reload: 302", "worker process is shutting down", "5 s later: 502"],
                },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["test is successful", "right after the restart: 502"],
                    Lacks = ["302", "shutting down"],
                },
            },
        };
}
