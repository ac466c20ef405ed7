using Acceptance.Decisions.Checks.Clusters;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.WorkloadAcceptance;

public static class CrashLoop
{
    public const string Id = "crash-loop";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "a pod restarts again and again while its phase reads Running",
            Heading = "phase-08 8.3, D-011.5 (FACTS 0.14)",
            Phases = ["phase-08"],
            Rung = "workload",
            Symptom = "a pod's phase reads Running while its restarts grow: a filter on the phase does not see it",
            SeenBy = [EveryContainerIsReady.Check],
            FastConfirm =
                $"with the kubeconfig of {Cluster}: `kubectl get pods --all-namespaces`: a RESTARTS figure "
                + $"that grows",
            Cause = "the container fails after its start; the pod's phase stays Running",
            Consequences = [.. Follows.Seen(Id, "the add-on's own containers are ready", EveryContainerIsReady.Addons)],
            Fix =
            [
                new(
                    $"with the kubeconfig of {Cluster}: `NAMESPACE=$(kubectl get pods --all-namespaces "
                        + $"--field-selector metadata.name={Victim} --no-headers -o "
                        + $"custom-columns=namespace:.metadata.namespace); kubectl -n \"$NAMESPACE\" logs {Victim} "
                        + $"--previous --all-containers`: what it says as it ends is where to go on from",
                    Observe
                ),
            ],
            Proof = "every container is ready and its restart count stands still",
            Faults = ["crash-loop"],
            NearMisses =
            [
                new(
                    "a pod has many restarts, and is well",
                    "it restarted with its node, long ago",
                    "`kubectl get pods --all-namespaces -o wide`: RESTARTS with the time of the last one, and "
                        + "no growth within minutes",
                    "delete the pod: its log goes along",
                    "phase-08 8.3"
                ),
            ],
        };
}
