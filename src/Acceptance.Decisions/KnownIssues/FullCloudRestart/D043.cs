using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.FullCloudRestart;

public static class D043
{
    public const string Id = "D-043";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "a guest did not resume when its host booted",
            Heading = "ops-restart-procedure, stage 5",
            Phases = ["restart"],
            Rung = "hypervisors",
            Symptom = "a guest that ran before the shutdown is unexpectedly SHUTOFF",
            SeenBy = [GuestsRun.Check],
            FastConfirm = $"`juju config -m {Model} {Compute} resume-guests-state-on-host-boot`: false",
            Cause =
                "resume-guests-state-on-host-boot had regressed when the host booted, or the guest was stopped before "
                + "the shutdown by somebody who wanted it down",
            Consequences =
            [
                .. Follows.Red(
                    "the guest is of no cluster",
                    HealthReadsAsExpected.Check,
                    ClusterIsComplete.Health,
                    NodesAreReady.Check
                ),
            ],
            Fix =
            [
                new("find out that nobody wants it down: who is to stay down was stopped before the window", Observe),
                new($"as admin: `openstack server start {Victim}`", Mutate),
                new(
                    $"where many are down: `juju config -m {Model} {Compute} resume-guests-state-on-host-boot=true`; "
                        + $"it takes effect on the next boot only, so start them by hand now",
                    Mutate
                ),
            ],
            Proof = "every guest that must run is ACTIVE",
            Faults = ["guest-not-resumed"],
            NearMisses =
            [
                new(
                    "a guest of the platform is SHUTOFF after a restart",
                    "somebody stopped it before the window, so that it stays down for forensics",
                    $"as admin: `openstack server event list {Victim}`: a stop by a user, before its host went down",
                    "start what an operator holds down",
                    "ops-restart-procedure"
                ),
            ],
        };
}
