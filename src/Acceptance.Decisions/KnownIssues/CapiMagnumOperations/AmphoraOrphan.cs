using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.CapiMagnumOperations;

public static class AmphoraOrphan
{
    public const string Id = "amphora-orphan";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "amphora servers without an Octavia row",
            Heading = "appendix-A, addendum; ops-capi-recovery 5a",
            Phases = ["phase-08"],
            Rung = "octavia",
            Symptom =
                "amphora servers accumulate with no Octavia row: an ERROR server (failed spawn), or an ACTIVE "
                + "heartbeating zombie (health-manager logs \"missing from the DB\" every 10 s)",
            SeenBy = [AmphoraeAreAllocated.Check],
            FastConfirm =
                "admin scope, the amphorae that Nova has and Octavia has not (a server is called after its row): "
                + "`comm -23 <(openstack server list --all-projects --name '^amphora-' -f value -c Name "
                + "| sed 's/^amphora-//' | sort) <(openstack loadbalancer amphora list -f value -c id | sort)`",
            Shows = "^[0-9a-f]{8}-[0-9a-f-]{27}$",
            Cause = "failed failovers leave servers that Octavia does not know",
            Explains = [AmphoraHeadroom.Id],
            Fix =
            [
                new(
                    $"verify that the id is absent from the amphora list, then delete it by id in admin scope: "
                        + $"`openstack server delete {Victim}`",
                    Destroy
                ),
            ],
            DoNots = ["never by name: the name is looked up in one project only"],
            Proof = "every amphora server has its row",
            Faults = ["amphora-orphan", "amphora-orphan-active"],
            NearMisses =
            [
                new(
                    "ten and more failovers of amphorae in an hour, and new servers each time",
                    "heartbeats are lost on the management interface, whose MTU is too small; no host is short "
                        + "of anything",
                    "on each octavia unit: `sudo dmesg | grep 'dropped over-mtu packet'`: o-hm0 drops them, "
                        + "and the hosts neither swap nor kill",
                    "sweep and fail over: it begins again at once; mend the MTU of lb-mgmt-net and o-hm0 first",
                    "N13"
                )
                {
                    IsRead = true,
                },
            ],
        };
}
