using Acceptance.Decisions.Checks.LoadBalancing;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.WorkloadAcceptance;

public static class D0114
{
    public const string Id = "D-011.4";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "a Service does not balance, or leaves something behind",
            Heading = "phase-08, D-011.4",
            Phases = ["phase-08"],
            Rung = "octavia",
            Symptom =
                "a throwaway LoadBalancer Service is answered by a stranger, or its load balancer, port or "
                + "floating IP stands after it is gone",
            SeenBy = [BothPodsAnswer.Check, NothingIsLeft.OfTheService],
            FastConfirm =
                "`openstack loadbalancer list -f value -c id -c name -c provisioning_status`: what stands, "
                + "and for which Service",
            Cause =
                "a member or an endpoint of the Service is missing, or the cloud controller did not finish "
                + "its teardown",
            Fix =
            [
                new(
                    $"with the kubeconfig of {Cluster} `kubectl get endpointslices --all-namespaces`, beside `for "
                        + $"POOL in $(openstack loadbalancer pool list -f value -c id); do openstack loadbalancer "
                        + $"member list \"$POOL\"; done`: each pod once, each member ONLINE",
                    Observe
                ),
                new(
                    $"what is left of {Victim} after its teardown: `openstack loadbalancer delete --cascade` by "
                        + $"its exact id, then its floating IP",
                    Destroy
                ),
            ],
            Proof = "ten visitors meet both pods, and nothing of the Service is left",
            NearMisses =
            [
                new(
                    "a Service answers nobody for a short while after it was made",
                    "its load balancer is still being built",
                    "`openstack loadbalancer list -c name -c provisioning_status`: PENDING_CREATE",
                    "delete what is being made (409)",
                    "phase-08"
                ),
            ],
        };
}
