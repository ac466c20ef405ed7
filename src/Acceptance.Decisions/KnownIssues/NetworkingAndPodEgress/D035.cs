using Acceptance.Decisions.Checks.Hosts;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.NetworkingAndPodEgress;

public static class D035
{
    public const string Id = "D-035";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "a machine inside the cloud does not reach the public addresses",
            Heading = "appendix-A, Networking / pod egress; phase-08, D-011.3",
            Phases = ["phase-06", "phase-08"],
            Rung = "mgmt-vm",
            Symptom =
                "a connect from inside to an external VIP hangs: the SYN leaves the correct NIC and the "
                + "SYN-ACK arrives, but the reply is emitted back out of the NIC",
            SeenBy = [TenantReachesTheVip.Port],
            FastConfirm = $"on the machine: `curl -sk -m 6 -o /dev/null {TenantVipUrl}` ends with 7 or 28",
            Cause =
                "replies leave by another interface than the questions came in (a machine with two homes), or "
                + "the router to the provider network is down",
            Consequences =
            [
                .. Follows.Red(
                    "the port opens from there, and Keystone still says nothing",
                    TenantReachesTheVip.Service
                ),
            ],
            Fix =
            [
                new($"on {Victim}: `ip -br addr` and `ip route get {TenantVip}`: one interface, one way out", Observe),
                new(
                    $"the routers of {ManagementProject}: `for ROUTER in $(openstack router list -f value -c ID); "
                        + $"do openstack router show \"$ROUTER\"; done`: ACTIVE, with an external gateway",
                    Observe
                ),
            ],
            Proof = "port and service answer from inside the machine",
            Faults = ["tenant-cannot-reach-vip"],
            NearMisses =
            [
                new(
                    "after a restart of kube-apiserver each new pod fails: connect: operation not permitted",
                    "Cilium's state after that restart, a known bug",
                    "the error: EPERM at connect and no hang; `journalctl -u snap.k8s.kube-apiserver -n 20 "
                        + "--no-pager`: it began with the restart",
                    "look for a second NIC or for routes: Cilium's own clean-up is the workaround",
                    "N47"
                ),
            ],
        };
}
