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
                + $"'($2 - reserved) * ratio - ($1 - reserved) >= amphora' | wc -l`: the hosts below the scheduler's "
                + $"ceiling, none",
            Shows = "^0$",
            Cause =
                "a STANDALONE failover builds the replacement before it reaps the old one; no host has room "
                + "for it",
            Fix =
            [
                new("sweep orphaned amphorae by server id (amphora-orphan); each frees one slot", Destroy),
                new(
                    $"or shelve-offload a server that is not needed, by its id: `SERVER=$(head -n 1); "
                        + $"openstack server shelve \"$SERVER\"` (powering it off frees nothing)",
                    Destroy
                )
                {
                    // Nova lists what came last first: so somebody chooses who looks for what was not there before.
                    Answers = "openstack server list --all-projects -f value -c ID | head -n 1",
                },
            ],
            DoNots = ["do not retry the failover against NoValidHost: each attempt leaves another zombie"],
            Warned = new(
                $"`openstack loadbalancer failover \"$(openstack loadbalancer list -f value -c id | head -n 1)\"`",
                AmphoraeAreAllocated.Check
            ),
            Proof = "Placement names a host that takes one amphora",
            Faults = ["amphora-headroom"],
            NearMisses =
            [
                new(
                    "a failover or a create ends in ERROR at once; octavia's worker logs: "
                        + "CertificateGenerationException, Failed to load CA Cert",
                    "the issuing authority's file is missing on one octavia unit, which can sign nothing",
                    "on each octavia unit: `ls -l $(sed -n 's/^ca_certificate *= *//p' "
                        + "/etc/octavia/octavia.conf)`: absent on one unit, and Nova was asked for no server",
                    "count headroom or sweep zombies: no server was ever asked for",
                    "N05"
                )
                {
                    IsRead = true,
                },
                new(
                    "a failover fails, and the balancer's address may be gone afterwards",
                    "the address's subnet has no free address for the new amphora",
                    $"`SUBNET=$(openstack loadbalancer show {Victim} -f value -c vip_subnet_id); openstack "
                        + $"subnet show \"$SUBNET\" -c allocation_pools; openstack port list --fixed-ip "
                        + $"subnet=\"$SUBNET\"`: as many ports as addresses, and Neutron's fault instead of "
                        + $"NoValidHost",
                    "retry: each try can cost the address; count free addresses beside memory before any failover",
                    "N06"
                )
                {
                    IsRead = true,
                },
                new(
                    "No valid host was found, and the hosts have memory left",
                    "a filter of the site's own rejects every host",
                    "on each nova-cloud-controller unit: `grep 'Filter results' "
                        + "/var/log/nova/nova-scheduler.log | tail -n 1`: the filter at which the count falls to 0",
                    "sweep zombies or make memory free: the filter is to be named",
                    "N59"
                )
                {
                    IsRead = true,
                },
                new(
                    "No valid host was found; the scheduler logs: Starting with 0 host(s), and names the first "
                        + "filter",
                    "Placement offered no host at all: the flavor's own numbers fit none",
                    "on each nova-cloud-controller unit: `grep 'Starting with' "
                        + "/var/log/nova/nova-scheduler.log | tail -n 1`: 0 host(s) before the first filter, so the "
                        + "filter that it names is innocent",
                    "blame the availability zone, nor memory alone: ask Placement with the flavor's disk, "
                        + "memory and cores",
                    "N60"
                )
                {
                    IsRead = true,
                },
            ],
        };
}
