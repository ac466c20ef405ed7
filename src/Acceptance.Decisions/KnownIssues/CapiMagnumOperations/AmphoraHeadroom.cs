using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.CapiMagnumOperations;

public static class AmphoraHeadroom
{
    public const string Id = "amphora-headroom";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "failover requires +1 amphora placement headroom",
            Heading = "appendix-A, addendum; ops-capi-recovery 5b (FACTS 0.16)",
            Phases = ["phase-08"],
            Rung = "octavia",
            Symptom = "a failover fast-fails to ERROR in ~15 seconds on NoValidHost",
            SeenBy = [RoomForOneAmphora.Check],
            FastConfirm =
                $"`openstack hypervisor list --long -f value -c 'Memory MB Used' -c 'Memory MB' | awk "
                + $"-v reserved={ReservedMb} -v amphora={AmphoraMb} -v ratio=1.5 "
                + $"'($2 - reserved) * ratio - ($1 - reserved) >= amphora {{ room++ }} "
                + $"END {{ print room + 0, \"hosts have room\" }}'`: none below the scheduler's ceiling",
            Shows = "^0 hosts have room",
            Cause =
                "a STANDALONE failover builds the replacement before it reaps the old one; no host has room "
                + "for it",
            Fix =
            [
                new("sweep orphaned amphorae by server id (amphora-orphan); each frees one slot", Destroy),
                new("or delete or shelve-offload a server that is not needed (powering it off frees nothing)", Destroy),
            ],
            DoNots = ["do not retry the failover against NoValidHost: each attempt leaves another zombie"],
            Warned = new(
                $"`openstack loadbalancer failover \"$(openstack loadbalancer list -f value -c id | head -n 1)\"`",
                AmphoraeAreAllocated.Check
            ),
            Proof = "Placement names a host that takes one amphora",
            Faults = ["amphora-headroom"],
        };
}
