using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.CapiMagnumOperations;

public static class ParkedState
{
    public const string Id = "parked-state";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.LookAlike,
            Title = "while the management VM is parked, Magnum says UNHEALTHY without a reason",
            Heading = "appendix-A, CAPI/Magnum operations findings",
            Phases = ["ops-capi-recovery"],
            Rung = "mgmt-vm",
            Symptom =
                "health_status UNHEALTHY with an empty health_status_reason; coe calls stall; the workload "
                + "cluster serves",
            FastConfirm = $"`openstack server show {ManagementServer} -f value -c status`: SHUTOFF",
            Cause =
                "the management VM was stopped on purpose: Magnum cannot ask it, and the workload cluster does "
                + "not need it",
            Fix = [new($"nothing while it is parked; `openstack server start {ManagementServer}` ends it", Mutate)],
            DoNots = ["never take it for D-042, whose reason is not empty"],
            Proof = "the VM runs, and Magnum says HEALTHY again",
            LooksLike = new()
            {
                Exit = 0,
                Words = ["\"health_status\": \"UNHEALTHY\"", "\"health_status_reason\": {}"],
            },
        };
}
