using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.TeardownAndMaasReset;

public static class AllocType6
{
    public const string Id = "alloc-type-6";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "a host's own lease blocks its address, and force alone does not release it",
            Heading = "appendix-A, Teardown / MAAS reset",
            Phases = ["phase-00"],
            Rung = "machines",
            Symptom =
                "link-subnet fails \"IP address is already in use\" but the IP is in no visible table (ipaddresses "
                + "read empty, discovery cleared, not in DHCP dynamic range, interface on the correct VLAN)",
            FastConfirm =
                $"`for SUBNET in $(maas {MaasProfile} subnets read | jq -r '.[].id'); do maas {MaasProfile} subnet "
                + $"ip-addresses \"$SUBNET\" | jq -c '.[] | select(.alloc_type == 6) | [.ip, .node_summary.hostname]'; "
                + $"done`: the address, and the host that is being linked",
            Cause =
                "a freshly enrolled host leases its own address when it is commissioned, and MAAS keeps that as "
                + "discovered (alloc_type 6): neither the table of discoveries nor that of allocations has it",
            Fix =
            [
                new(
                    $"read who holds the address first (subnet ip-addresses): the record's node must be this host. "
                        + $"Then maas ipaddresses release with ip, force=true and discovered=true, both flags, and "
                        + $"link again; the script that carves the interfaces does so by itself, for a host's own "
                        + $"record alone",
                    Destroy
                ),
            ],
            DoNots =
            [
                "never release a record of another node: two hosts would have one address; stop and find its owner",
            ],
            Proof = "link-subnet answers with the link, and subnet ip-addresses lists the address as sticky (1)",
            NearMisses =
            [
                new(
                    "a static address is refused that nothing has used for months",
                    "MAAS keeps the record of a container that is long gone",
                    $"`SUBNET=$(maas {MaasProfile} subnets read | jq -r '.[0].id'); maas {MaasProfile} subnet "
                        + $"ip-addresses \"$SUBNET\" | jq -c '.[] | [.ip, .alloc_type, .node_summary.hostname]'`, for "
                        + $"the subnet of the address: another node's record",
                    "release it as if it were the host's own: find its owner",
                    "N99"
                ),
            ],
            Trap = new()
            {
                Bites = new()
                {
                    Exit = 0,
                    Words =
                    [
                        "IP address is already in use",
                        "allocated: 0, in discovery: 0",
                        "does not exist",
                        "refused once more",
                    ],
                },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["held as alloc_type 6, by the host itself", "linked: static"],
                    Lacks = ["already in use", "does not exist"],
                },
                Rule = new(
                    ["maas"],
                    $"none releases an address by force alone",
                    call => call.Arguments.Contains("release") && !call.Arguments.Contains("discovered=true")
                ),
            },
        };
}
