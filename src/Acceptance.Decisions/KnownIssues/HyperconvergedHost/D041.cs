using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.HyperconvergedHost;

public static class D041
{
    public const string Id = "D-041";

    /// <summary>Brings the management cluster back, whatever of it was met first.</summary>
    internal static FixStep StartTheServer { get; } =
        new(
            $"`openstack --os-project-name {ManagementProject} --os-project-domain-name {ManagementDomain} server "
                + $"start {ManagementServer}`; then wait for sshd (~3.5 min) and k8s (up to 21 min), "
                + $"restarting nothing",
            Mutate
        );

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "single-node mgmt cluster does not self-heal",
            Heading = "appendix-A, Hyperconverged host / mgmt-VM resilience",
            Phases = ["phase-08"],
            Rung = "mgmt-vm",
            Symptom =
                "after a host event the management VM is SHUTOFF; its floating IP is unreachable; magnum "
                + "cannot reach the management API; workload addons go Pending",
            SeenBy = [ManagementServerRuns.Check],
            FastConfirm =
                $"`openstack --os-project-name {ManagementProject} --os-project-domain-name {ManagementDomain} server "
                + $"show {ManagementServer} -f value -c status`: SHUTOFF",
            Shows = "^SHUTOFF$",
            Cause = "the management VM is shut off; it is a single point of failure without a health check",
            Explains = [UninitializedTaint.Id],
            Consequences =
            [
                .. Follows.Seen(Id, "the server is ACTIVE", GuestsRun.Check),
                .. Follows.ManagementIsOutOfReach("it stays so when the server is ACTIVE and has booted"),
            ],
            Fix = [StartTheServer],
            DoNots = ["restart nothing inside the 20 minutes after its boot: each restart begins them anew"],
            Trap = new()
            {
                Bites = new() { Words = ["after the boot: not ready", "after the first boot: not ready"] },
                Avoided = new() { Exit = 0, Words = ["half an hour after the boot: ready"] },
            },
            Proof = "the management API answers and `k8s status` reads ready",
            Faults = ["D-041", "uninitialized-taint"],
            NearMisses =
            [
                new(
                    "k8s status says cluster status: ready within seconds, while Cilium's pods crash or are "
                        + "still deployed",
                    "the entry's readiness in other words: ready looks at the deployment of features, not at pods",
                    "`sudo k8s status; sudo k8s kubectl get pods -n kube-system`, on the management VM: a line "
                        + "with Failed, or a pod that is not Ready",
                    "go on at the first line: nodes and pods must be Ready as well",
                    "N45"
                )
                {
                    IsTheEntry = true,
                },
                new(
                    "the VM came back and Cilium runs, but coredns and other pods read Unknown, and a second "
                        + "network daemon crashes",
                    "not the VM and not patience: pods are not made anew, and a second CNI is in the way",
                    "`sudo k8s kubectl get pods -A`, on the management VM: Unknown for hours with no restarts, "
                        + "one CNI in CrashLoopBackOff",
                    "wait on after the patience is over: name the pods and the daemon",
                    "N46"
                )
                {
                    IsRead = true,
                },
                new(
                    "the management VM is ACTIVE and does not answer",
                    "its address on record is of an earlier rebuild (DOCFIX-038), or floating IPs are dark (D-057)",
                    $"`openstack server list --all-projects --name ^{ManagementServer}$ -c Status -c Networks`: "
                        + $"ACTIVE, and another address",
                    "start or restart a VM that runs",
                    "appendix-A"
                ),
            ],
        };
}
