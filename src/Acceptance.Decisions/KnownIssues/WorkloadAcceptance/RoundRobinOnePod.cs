using Acceptance.Decisions.Checks.LoadBalancing;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.WorkloadAcceptance;

public static class RoundRobinOnePod
{
    public const string Id = "round-robin-one-pod";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "every answer of a Service comes from one pod",
            Heading = "phase-08 D-011.4 (expect both pod names)",
            Phases = ["phase-08"],
            Rung = "workload",
            Symptom =
                "ten visitors of a throwaway Service are answered by one pod, while both read Running and "
                + "every member is ONLINE",
            SeenBy = [BothPodsAnswer.Check],
            FastConfirm =
                $"with the kubeconfig of {Cluster}: `kubectl get endpointslices --all-namespaces`: both pods "
                + $"are listed as ready",
            Cause =
                "the way from the load balancer to the pods knows one of them only: kube-proxy on the nodes "
                + "holds old endpoints, or the load balancer has one member",
            Fix =
            [
                new(
                    "`for BALANCER in $(openstack loadbalancer list -f value -c id); do openstack loadbalancer "
                        + "status show \"$BALANCER\"; done`, while such a Service stands: every node must be a member",
                    Observe
                ),
                new(
                    $"with the kubeconfig of {Victim}: `kubectl get endpointslices --all-namespaces`: both pods "
                        + $"must be listed as ready",
                    Observe
                ),
                new(
                    $"both are listed: `kubectl -n kube-system rollout restart daemonset kube-proxy` on {Victim}",
                    Mutate
                ),
            ],
            Proof = "ten visitors of a throwaway Service meet both pods",
            Faults = ["round-robin-one-pod"],
            NearMisses =
            [
                new(
                    "one pod answers all",
                    "one pod alone is Ready; the other was never listed",
                    "`kubectl get endpointslices --all-namespaces`: one address, not two",
                    "restart kube-proxy: look at the pod (crash-loop)",
                    "phase-08 D-011.4"
                ),
            ],
        };
}
