using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.NetworkingAndPodEgress;

public static class D035
{
    public const string Id = "D-035";

    private const string TwoHomes = "D-035",
        RouterDown = "tenant-cannot-reach-vip";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "a machine inside the cloud, or a pod on it, does not reach the public addresses",
            Heading = "appendix-A, Networking / pod egress; phase-08, D-011.3",
            Phases = ["phase-06", "phase-08"],
            Rung = "mgmt-vm",
            Symptom =
                "a connect from inside to an external VIP hangs: the SYN leaves the correct NIC and the "
                + "SYN-ACK arrives, but the reply is emitted back out of the NIC",
            SeenBy = [ManagementIsSingleHomed.Check, PodReachesTheVip.Check, TenantReachesTheVip.Port],
            Spares =
            [
                (TwoHomes, TenantReachesTheVip.Port),
                (TwoHomes, PodReachesTheVip.Check),
                (RouterDown, ManagementIsSingleHomed.Check),
                (RouterDown, PodReachesTheVip.Check),
            ],
            FastConfirm =
                $"`openstack --os-project-name {ManagementProject} --os-project-domain-name {ManagementDomain} port "
                + $"list --server {ManagementServer} -f value -c ID`: more than one; with one, on the machine: "
                + $"`curl -sk -m 6 -o /dev/null {TenantVipUrl}` ends with 7 or 28",
            Shows = @"^[0-9a-f-]{36}\n[0-9a-f-]{36}$",
            Cause =
                "replies leave by another interface than the questions came in (a machine with two homes), or "
                + "the router to the provider network is down",
            Consequences =
            [
                .. Follows
                    .Red("the port opens from there, and Keystone still says nothing", TenantReachesTheVip.Service)
                    .ByFault(RouterDown),
            ],
            Fix =
            [
                new(
                    $"two homes: what hangs on the second interface moves to another machine first; then each port "
                        + $"without a floating IP is detached: `(export OS_PROJECT_NAME={ManagementProject} "
                        + $"OS_PROJECT_DOMAIN_NAME={ManagementDomain}; KEEP=$(openstack floating ip list -f value "
                        + $"-c Port) && for PORT in $(openstack port list --server {Victim} -f value -c ID "
                        + $"| grep -vF \"$KEEP\"); do openstack server remove port {Victim} \"$PORT\"; done)`",
                    Destroy
                )
                {
                    Cures = [TwoHomes],
                },
                new($"on {Victim}: `ip -br addr` and `ip route get {TenantVip}`: one interface, one way out", Observe)
                {
                    Cures = [RouterDown],
                },
                new(
                    $"the routers of {ManagementProject}: `for ROUTER in $(openstack router list -f value -c ID); "
                        + $"do openstack router show \"$ROUTER\"; done`: ACTIVE, with an external gateway",
                    Observe
                )
                {
                    Cures = [RouterDown],
                },
            ],
            DoNots = ["do not believe the machine's own connect: with two homes it reaches what its pods do not"],
            Proof = "one interface; port and service answer from inside the machine, and to a pod on it",
            Faults = [TwoHomes, RouterDown],
            NearMisses =
            [
                new(
                    "the management VM shows several addresses in `openstack server show`",
                    "a floating IP beside the fixed one, or a second address of the same port: one NIC",
                    $"`openstack --os-project-name {ManagementProject} --os-project-domain-name {ManagementDomain} "
                        + $"port list --server {ManagementServer}`: one port",
                    "take an address away",
                    "appendix-A"
                ),
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
