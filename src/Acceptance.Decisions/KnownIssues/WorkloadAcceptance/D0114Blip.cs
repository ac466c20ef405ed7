using Acceptance.Decisions.Checks.LoadBalancing;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.WorkloadAcceptance;

public static class D0114Blip
{
    public const string Id = "D-011.4-blip";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "the API pauses too long while its amphora is replaced",
            Heading = "phase-08, D-011.4 (a single STANDALONE amphora: a brief blip)",
            Phases = ["phase-08"],
            Rung = "octavia",
            Symptom = "during a failover the kube-api answers nobody for longer than the budget",
            SeenBy = [FailoverKeptItsPromises.Blip],
            FastConfirm =
                $"`openstack loadbalancer show {Victim} -c provisioning_status -c updated_at`: ACTIVE, and how "
                + $"long the failover took",
            Cause = "the replacement of a STANDALONE amphora kept the data path dark beyond the budget",
            Fix =
            [
                new(
                    $"`AMPHORA=$(openstack loadbalancer amphora list --loadbalancer {Victim} -f value -c id | head "
                        + $"-n 1); SERVER=$(openstack loadbalancer amphora show \"$AMPHORA\" -f value -c compute_id); "
                        + $"openstack server event list \"$SERVER\"`: where the time went",
                    Observe
                ),
                new(
                    "a cloud whose amphorae need longer: its own budget `failover blip` in the site, with the "
                        + "word of who answers for it",
                    Observe
                ),
            ],
            Proof = "a failover in calm pauses the API within the budget",
            Faults = ["blip-70"],
            NearMisses =
            [
                new(
                    "the API pauses during a failover",
                    "the balancer does not come back at all: LB-failover or amphora-headroom",
                    $"`openstack loadbalancer show {Victim} -c provisioning_status`: ERROR instead of ACTIVE",
                    "widen the budget for a failover that failed",
                    "phase-08"
                ),
            ],
        };
}
