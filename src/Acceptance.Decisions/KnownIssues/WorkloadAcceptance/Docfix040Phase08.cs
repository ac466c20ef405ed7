using Acceptance.Decisions.Checks.LoadBalancing;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.WorkloadAcceptance;

public static class Docfix040Phase08
{
    public const string Id = "DOCFIX-040-phase-08";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Aliases = ["DOCFIX-040"],
            Kind = KnownIssueKind.Trap,
            Title = "a load balancer was built by hand where a Service should make it",
            Heading = "phase-08, D-011.4",
            Phases = ["phase-08"],
            Rung = "workload",
            Symptom = "the load balancer behind the throwaway Service is not one that the cloud controller made",
            SeenBy = [BothPodsAnswer.MadeByController],
            FastConfirm = $"`openstack loadbalancer show {Victim} -c name`: it does not begin with kube_service_",
            Cause =
                "a hand-built load balancer proves Octavia and not the path that a Service takes through the "
                + "cloud controller",
            Fix =
            [
                new(
                    $"whose is it: `openstack loadbalancer show {Victim} -c name -c project_id -c created_at`; ask "
                        + $"its owner before it goes, then run again with a Service of type LoadBalancer",
                    Observe
                ),
            ],
            Proof = "a load balancer named kube_service_... stands behind the throwaway Service",
            NearMisses =
            [
                new(
                    "an unexpected load balancer stands beside the Service's",
                    "the cluster's own, for its kube-api: it begins with k8s-clusterapi",
                    "`openstack loadbalancer list -c name -c project_id`: kube_service_ or k8s-clusterapi",
                    "delete the one that a cluster's API lives by",
                    "phase-08"
                ),
            ],
        };
}
