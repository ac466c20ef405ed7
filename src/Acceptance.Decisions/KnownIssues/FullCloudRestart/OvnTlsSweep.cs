using Acceptance.Decisions.Checks.Hosts;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.FullCloudRestart;

public static class OvnTlsSweep
{
    public const string Id = "ovn-tls-sweep";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "a chassis is not connected after the certificates changed",
            Heading = "ops-restart-procedure, stage 4 (FACTS 0.12)",
            Phases = ["restart"],
            Rung = "ovn",
            Symptom = "connection-status is not connected on a chassis",
            SeenBy = [EveryChassisIsConnected.Check, CertificateIsLoaded.Check],
            Spares = [("ovn-restart-missed", EveryChassisIsConnected.Check)],
            FastConfirm = $"`juju ssh {Unit} 'sudo ovn-appctl -t ovn-controller connection-status'`: not connected",
            Shows = "^not connected",
            Cause = "ovn-controller still runs with the certificate from before Vault reissued it",
            Fix =
            [
                new($"`juju ssh {Unit} 'sudo systemctl restart ovn-controller ovs-vswitchd'`", Mutate),
                new(
                    "neutron-server on the units of the network API, one after the other, where it logs that a "
                        + "handshake with the database failed",
                    Mutate
                ),
            ],
            Proof = "connection-status reads connected on every chassis",
            Faults = ["ovn-disconnected", "ovn-restart-missed"],
            NearMisses =
            [
                new(
                    "after a new authority the control plane is well, and workload clusters lose every call to "
                        + "OpenStack",
                    "the old authority stands in the clusters' cloud configuration and on their nodes",
                    $"`kubectl -n kube-system logs ds/openstack-cloud-controller-manager --tail 20`: x509 there "
                        + $"alone, while {TenantVip} verifies with the new authority",
                    "restart OVN again: each workload cluster gets the new authority and new nodes",
                    "N34"
                )
                {
                    IsRead = true,
                },
                new(
                    "ovn-controller logs: RBAC rules for client prohibit, permission error",
                    "the name in the client's certificate is not its chassis record's; the handshake succeeds",
                    $"on {Unit}: `grep -c 'permission error' /var/log/ovn/ovn-controller.log; ovn-appctl -t "
                        + $"ovn-controller connection-status`: connected, and errors of transactions",
                    "restart it with new certificates: it is RBAC, and OVN is to be upgraded",
                    "N64"
                )
                {
                    IsRead = true,
                },
                new(
                    "a chassis takes no change any more; ovn-controller logs: controller version mismatch with "
                        + "northd version",
                    "ovn-match-northd-version is set, and OVN was upgraded by half",
                    $"on {Unit}: `ovs-vsctl get Open_vSwitch . external-ids:ovn-match-northd-version; "
                        + $"ovn-appctl -t ovn-controller connection-status`: true, and connected",
                    "sweep: finish the upgrade; connected alone does not show that changes arrive",
                    "N63"
                )
                {
                    IsRead = true,
                },
                new(
                    "clustered database server has stale data; trying another server, again and again",
                    "the southbound database was made anew, and the client remembers a newer index",
                    $"on {Unit}: `grep -c 'has stale data' /var/log/ovn/ovn-controller.log`: ten and more in "
                        + $"six hours",
                    "renew certificates: sb-cluster-state-reset at that ovn-controller, a restart of "
                        + "neutron-server for its part",
                    "N65"
                )
                {
                    IsRead = true,
                },
                new(
                    "clustered database server is not cluster leader; trying another server, fifty times a day",
                    "the leader changes all the time: load, a slow disk, or an election timer that is too short",
                    "on each ovn-central unit: `grep -c 'starting election' /var/log/ovn/ovsdb-server-sb.log`: "
                        + "five and more in an hour",
                    "sweep: look at the election timer and the load of ovn-central",
                    "N67"
                )
                {
                    IsRead = true,
                },
                new(
                    "a second OVN Controller agent of one host reads XXX and down",
                    "an old chassis record: the host's system-id changed in an upgrade",
                    "`openstack network agent list --agent-type ovn-controller -c ID -c Host -c Alive`: two "
                        + "ids for one host, whose chassis is connected",
                    "restart ovn-controller: the stale records go, as Neutron's pages have it",
                    "N68"
                )
                {
                    IsRead = true,
                },
            ],
        };
}
