using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.DeployTime;

public static class R14
{
    public const string Id = "R14";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Trap,
            Title = "a consumer of a VIP still asks where it was before it was moved",
            Heading = "appendix-A, Deploy-time",
            Phases = ["phase-01"],
            Rung = "vips",
            Symptom = "a proxy, a monitor or a bookmark gets no answer, while the service answers at its VIP",
            FastConfirm = $"`juju config -m {Model} keystone vip`: another address than the consumer asks",
            Cause = "the VIPs were moved to the front of the reserved block, and the consumer was not pointed there",
            Fix =
            [
                new(
                    $"point the consumer at the address that `juju config -m {Model} keystone vip` "
                        + $"names, and reload it",
                    Mutate
                ),
            ],
            DoNots = ["never bring the old address back: it lies in a range that others are given addresses from"],
            Proof = "the consumer is answered",
            Trap = new()
            {
                Bites = new() { Exit = 7, Words = ["curl: (7)", "code 000"] },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["code 200"],
                    Lacks = ["curl: (7)"],
                },
            },
            NearMisses =
            [
                new(
                    "an address of a core service does not answer",
                    "its service is down; the address itself is in the planned block",
                    "`openstack endpoint list --interface public -f value -c URL`: the address is in the block "
                        + "that the bundle names",
                    "move addresses: ask haproxy of that service",
                    "appendix-A"
                ),
            ],
        };
}
