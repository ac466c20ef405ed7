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
        };
}
