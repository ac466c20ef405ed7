using Acceptance.Decisions.Checks.Hosts;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.CoreServices;

public static class D045
{
    public const string Id = "D-045";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Aliases = ["DOCFIX-031"],
            Kind = KnownIssueKind.Fault,
            Title = "juju active/idle but an haproxy backend is DOWN",
            Heading = "appendix-A, Core services: HAProxy + reverse-proxy",
            Phases = ["phase-03"],
            Rung = "haproxy",
            Symptom =
                "juju status is all active/idle, yet a service VIP intermittently 503s or a unit's API is "
                + "unreachable: juju health is blind to per-backend haproxy state",
            SeenBy = [NoBackendIsDown.Check],
            FastConfirm =
                $"`juju ssh {Unit} \"echo 'show stat' | sudo socat stdio /var/run/haproxy/admin.sock\"`: a "
                + $"server row that is not UP",
            Shows = @"^[^,\n#]+,(?!FRONTEND|BACKEND)[^,]+,(?:[^,\n]*,){15}(?!UP|no check)[^,\n]+,",
            Cause =
                "haproxy was not reloaded after the TLS cascade: its checks run plaintext against an SSL " + "backend",
            Fix =
            [
                new($"`juju ssh {Unit} 'sudo haproxy -c -f /etc/haproxy/haproxy.cfg'`: must say valid", Observe),
                new($"`juju ssh {Unit} 'sudo systemctl reload haproxy'` (reload, not restart)", Mutate),
            ],
            Proof = "show stat on every unit has no server that is not UP, after its first check",
            Faults = ["D-045"],
            NearMisses =
            [
                new(
                    "the API answers 503 now and then, and haproxy calls every backend UP",
                    "the check asks the port only: a Keystone whose queue is full answers 503 and stays UP",
                    $"on {Unit}: `echo 'show stat' | sudo nc -U /var/run/haproxy/admin.sock | cut -d, "
                        + $"-f1,2,18,37,44`: L4OK, status UP, and hrsp_5xx grows",
                    "reload haproxy, nor call it healthy because none is DOWN",
                    "N79"
                )
                {
                    IsRead = true,
                },
                new(
                    "a backend is DOWN on L7STS 404, and the same path by hand answers 200",
                    "the check's own request gets another answer than the user's",
                    $"on {Unit}: `grep -r httpchk /etc/haproxy/haproxy.cfg`: L7STS with an HTTP code is an "
                        + $"answer over the right protocol; the entry is L6RSP, L7RSP or a 400",
                    "reload: it comes back DOWN; compare the check's request and correct it",
                    "N80"
                )
                {
                    IsRead = true,
                },
                new(
                    "a backend is DOWN on L7STS 404 that read NOLB before",
                    "as designed: with disable-on-404 a server that was down does not come back as NOLB",
                    $"on {Unit}: `grep -n disable-on-404 /etc/haproxy/haproxy.cfg`: it is there, and the server "
                        + $"is a standby",
                    "alarm on the word DOWN alone: of a passive server it is expected",
                    "N83"
                )
                {
                    IsRead = true,
                },
            ],
        };
}
