using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.OctaviaEnablement;

public static class OctaviaConfigureResources
{
    public const string Id = "octavia-configure-resources";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.LookAlike,
            Title = "configure-resources outlasts juju's wait and goes on",
            Heading = "appendix-A, Octavia enablement",
            Phases = ["phase-05"],
            Rung = "octavia",
            Symptom =
                "timed out waiting for results from: unit octavia/0; lb-mgmt-net is IPv6; its distributed port "
                + "is DOWN; the network for access to Amphorae is down for a while",
            FastConfirm =
                $"`juju operations -m {Model} --actions configure-resources`, then `juju "
                + $"show-operation` of the last: running or completed",
            Cause =
                "the action takes longer than juju's default wait of 60 s, and the hook keeps running; the "
                + "network is a ULA by design, a distributed port is bound to no chassis, and o-hm0 comes up by "
                + "itself",
            Fix =
            [
                new(
                    $"wait for juju show-operation to say completed; next time give `juju run -m "
                        + $"{Model} octavia/leader configure-resources --wait 15m`",
                    Observe
                ),
            ],
            DoNots = ["never fire it again blindly: a unit does one at a time, and the second begins it all anew"],
            Proof = "juju show-operation says completed, and the unit is active",
            Trap = new()
            {
                Bites = new()
                {
                    Words =
                    [
                        "timed out waiting for results from: unit octavia/0",
                        "after five minutes it has the status: completed",
                        "after five minutes it has the status: running",
                    ],
                },
                Avoided = new()
                {
                    Exit = 0,
                    Words = ["in one wait it has the status: completed"],
                    Lacks = ["timed out"],
                },
            },
            LooksLike = new()
            {
                Words =
                [
                    "timed out waiting for results from: unit octavia/0",
                    "at first: status: running",
                    "at last: status: completed",
                    "lb-mgmt-subnetv6: fc00:",
                ],
            },
            NearMisses =
            [
                new(
                    "o-hm0 has no address, and gets none",
                    "the container is not told its full name (LP #1896630), so that its chassis and its port disagree",
                    "on the octavia unit: `ip -br address show o-hm0; hostname -f`: still none some update-status "
                        + "rounds after the action, and no full name",
                    "wait longer or run the action again: compare the name with the chassis and the port binding",
                    "N14"
                ),
            ],
        };
}
