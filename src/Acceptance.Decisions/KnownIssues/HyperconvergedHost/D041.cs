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
                + $"start {ManagementServer}`; then wait for sshd (~3.5 min) and k8s (up to 21 min), restarting nothing",
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
            Fix = [StartTheServer],
            Proof = "the management API answers and `k8s status` reads ready",
            Faults = ["D-041", "uninitialized-taint"],
        };
}
