using Acceptance.Decisions.Checks.Juju;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.FullCloudRestart;

public static class StuckHook
{
    public const string Id = "stuck-hook";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "a unit is in error",
            Heading = "ops-restart-procedure, quick reference",
            Phases = ["restart"],
            Rung = "juju",
            Symptom = "units in error (stuck relation-broken hook)",
            SeenBy = [EveryUnitIsAsExpected.States],
            FastConfirm = $"`juju show-status-log -m {Model} {Unit}`: which hook failed",
            Cause = "a hook failed, often a relation-broken hook of a unit that is gone",
            Fix = [new($"`juju resolved --no-retry {Victim}`", Mutate)],
            DoNots =
            [
                "a vault unit in error while it is sealed, and a rabbitmq unit that started before the last "
                    + "broker: unseal, or start the brokers in order, then resolve *with* retry",
            ],
            Proof = "the unit reads active and idle",
        };
}
