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
            NearMisses =
            [
                new(
                    "a create fails at once: 401 Unauthorized from the management API",
                    "the API is up and refuses the conductor's credential",
                    $"`for FILE in {ManagementKubeconfig}; do kubectl --kubeconfig \"$FILE\" config view --raw -o "
                        + $"jsonpath='{{.users[0].user.client-certificate-data}}' | base64 -d | openssl x509 -noout "
                        + $"-enddate; done`: the date has passed; 401 is an answer",
                    "start the VM or wait: renew the kubeconfig",
                    "N44"
                ),
                new(
                    "a cluster is CREATE_COMPLETE, its health_status None, and the management side is up",
                    "a driver that does not fill the field yet",
                    "`openstack coe cluster list -c name -c status -c health_status`: None with an empty reason, "
                        + "and nothing UNHEALTHY",
                    "start the VM: None is not known, and not parked",
                    "N112"
                ),
            ],
        };
}
