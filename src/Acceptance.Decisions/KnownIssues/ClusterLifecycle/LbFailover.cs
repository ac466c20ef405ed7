using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.ClusterLifecycle;

public static class LbFailover
{
    public const string Id = "LB-failover";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "LB stuck provisioning_status=ERROR after a host event",
            Heading = "appendix-A, Cluster lifecycle / Octavia",
            Phases = ["phase-08"],
            Rung = "octavia",
            Symptom =
                "the kube-api Octavia LB shows operating_status ONLINE but provisioning_status ERROR after a "
                + "host outage/OOM",
            SeenBy = [LoadBalancersServe.Check],
            FastConfirm =
                $"`openstack loadbalancer show {Victim} -c provisioning_status -c operating_status`: ERROR and "
                + $"ONLINE",
            Shows = @"^\| provisioning_status\s*\| ERROR",
            Cause = "a control-plane operation on the amphora failed during the event; the data path still serves",
            Fix =
            [
                new("ask Placement for the room of one amphora first (amphora-headroom)", Observe),
                new(
                    $"admin scope: `openstack loadbalancer failover {Victim}`, one at a time; watch ERROR, "
                        + $"PENDING_UPDATE, ACTIVE (~100 s)",
                    Mutate
                ),
            ],
            Proof = "provisioning ACTIVE, operating ONLINE, VIP and floating IP unchanged",
            Faults = ["LB-failover"],
        };
}
