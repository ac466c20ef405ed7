using static Acceptance.Decisions.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>Entries of the lower rungs: machines, MySQL, Vault, OVN, HAProxy, the operator's own login.</summary>
internal static class FoundationIssues
{
    public static IReadOnlyList<KnownIssue> All { get; } =
    [
        new(
            "restart-1",
            "machine agents: a machine or container is not started",
            KnownIssueKind.Fault,
            "machines",
            "ops-restart-procedure, stage 1 (FACTS 0.2: containers too)",
            "the machine or LXD container is down, or its agent lost the controller",
            [
                new("wait out the 2-5 minutes that agents take after a power-on", Observe),
                new("on the host of {victim}: `lxc list`, then `lxc start` the container that is stopped", Mutate),
            ],
            "every machine and every container reads started"
        ),
        new(
            "mysql-outage",
            "the MySQL InnoDB cluster is degraded or out",
            KnownIssueKind.Fault,
            "mysql",
            "ops-restart-procedure, stage 2 (FACTS 0.4, 0.5)",
            "a member left the group; juju stays active because the status text still contains OK",
            [
                new(
                    "degraded: `juju run mysql-innodb-cluster/leader rejoin-instance address=ADDRESS` of the member that is not active",
                    Mutate
                ),
                new(
                    "only when all three units are inaccessible and all three mysqld run: `juju run mysql-innodb-cluster/leader reboot-cluster-from-complete-outage`",
                    Destroy
                ),
                new("never reboot-cluster while a member is ONLINE: it rewrites the topology", Observe),
            ],
            "every unit says that the cluster can tolerate a failure, exactly one reads R/W"
        ),
        new(
            "restart-3",
            "Vault is sealed after a restart",
            KnownIssueKind.Fault,
            "vault",
            "ops-restart-procedure, stage 3; appendix-A L4",
            "Vault always restarts sealed; the manual 3-of-5 unseal is the standard",
            [
                new(
                    "`juju ssh {victim}`, then `VAULT_ADDR=http://127.0.0.1:8200 vault operator unseal` three times, a share at each hidden prompt (never in an argument)",
                    Mutate
                ),
                new("missing shares: stop and escalate; never re-init (it wipes the TLS plane)", Observe),
            ],
            "vault status reads Sealed false"
        ),
        new(
            "ovn-tls-sweep",
            "a chassis is not connected after the certificates changed",
            KnownIssueKind.Fault,
            "ovn",
            "ops-restart-procedure, stage 4 (FACTS 0.12)",
            "ovn-controller still runs with the certificate from before Vault reissued it",
            [
                new(
                    "on {victim}: `sudo systemctl restart ovn-controller ovs-vswitchd`, and neutron-server on the API units",
                    Mutate
                ),
            ],
            "connection-status reads connected on every chassis"
        ),
        new(
            "D-045",
            "juju active/idle but an haproxy backend is DOWN",
            KnownIssueKind.Fault,
            "haproxy",
            "appendix-A, Core services: HAProxy + reverse-proxy",
            "haproxy was not reloaded after the TLS cascade: its checks run plaintext against an SSL backend",
            [
                new("`juju ssh {unit} 'sudo haproxy -c -f /etc/haproxy/haproxy.cfg'`: must say valid", Observe),
                new("`juju ssh {unit} 'sudo systemctl reload haproxy'` (reload, not restart)", Mutate),
            ],
            "show stat on every unit has no server that is not UP, after its first check"
        ),
        new(
            "juju-macaroon",
            "\"cannot get discharge ... EOF\": the juju login expired",
            KnownIssueKind.Fault,
            "juju",
            "appendix-A, Hyperconverged host / mgmt-VM resilience",
            "the macaroon expired during a long session; the controller is healthy",
            [
                new(
                    "`juju login` in a terminal, then run again (at a calm moment: `juju logout`, `juju login`)",
                    Observe
                ),
            ],
            "juju status answers without a prompt"
        ),
        new(
            "stuck-hook",
            "a unit is in error",
            KnownIssueKind.Fault,
            "juju",
            "ops-restart-procedure, quick reference",
            "a hook failed, often a relation-broken hook of a unit that is gone",
            [new("`juju resolved --no-retry {victim}`", Mutate)],
            "the unit reads active and idle"
        ),
    ];
}
