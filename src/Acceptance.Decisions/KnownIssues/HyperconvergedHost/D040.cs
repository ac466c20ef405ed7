using Acceptance.Decisions.Checks.Hosts;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.HyperconvergedHost;

public static class D040
{
    public const string Id = "D-040";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "host OOM from low reserved-host-memory",
            Heading = "appendix-A, Hyperconverged host / mgmt-VM resilience",
            Phases = ["phase-08"],
            Rung = "hypervisors",
            Symptom =
                "guests OOM-killed; a compute host may even present in Juju as State=down (heavy swap thrash "
                + "stalls OVS/OVN heartbeats and the machine agent)",
            SeenBy = [EveryComputeUnitReserves.Check],
            FastConfirm = $"`juju ssh {Unit} 'sudo grep reserved_host_memory_mb' {NovaConf}`: less than {ReservedMb}",
            Shows = @"^reserved_host_memory_mb\s*=\s*\d{1,3}$",
            Cause =
                "the default reserve of 512 MB does not cover the services beside the guests, so Nova "
                + "over-commits real memory",
            Explains = [D041.Id, LbFailover.Id],
            Fix =
            [
                new(
                    $"`juju config -m {Model} {Application} reserved-host-memory={ReservedMb}`, then read "
                        + $"{NovaConf} on {Victim} again",
                    Mutate
                ),
                new(
                    $"where {NovaConf} still reads another figure than the option, nothing has rendered it since: "
                        + $"`juju exec -m {Model} --unit {Unit} -- hooks/config-changed`",
                    Mutate
                ),
            ],
            Proof = "nova.conf on every compute unit reserves the site's figure",
            Faults = ["D-040"],
            NearMisses =
            [
                new(
                    "a host is short of memory though its reserve is right",
                    "libvirtd leaks (LP #2024114, libvirt-daemon 8.0.0 up to 8.0.0-1ubuntu7.5)",
                    $"on {Unit}: `systemctl show libvirtd -p MemoryCurrent; dpkg-query -W libvirt-daemon`: more "
                        + $"than 5 GB in libvirtd alone",
                    "raise the reserve again: upgrade libvirt, or restart it",
                    "N96"
                )
                {
                    IsRead = true,
                },
            ],
        };
}
