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
            FastConfirm = $"`juju status -m {Model} {Unit}`: which hook failed of which relation",
            Shows = "hook failed",
            Cause = "a hook failed, often a relation-broken hook of a unit that is gone",
            Fix = [new($"`juju resolved -m {Model} --no-retry {Victim}`", Mutate)],
            DoNots =
            [
                "a vault unit in error while it is sealed, and a rabbitmq unit that started before the last "
                    + "broker: unseal, or start the brokers in order, then resolve *with* retry",
            ],
            Proof = "the unit reads active and idle",
            Faults = ["stuck-hook"],
            NearMisses =
            [
                new(
                    "the leader of vault is in error after a series upgrade",
                    "the hook needs an unsealed vault",
                    "on each vault unit: `vault status -address=http://127.0.0.1:8200`: Sealed true",
                    "resolve with --no-retry, which skips a hook that has work to do: unseal, then resolve "
                        + "with retry",
                    "N92"
                ),
                new(
                    "a rabbitmq unit is in error after a cold start or a charm upgrade",
                    "it started before the last broker was up",
                    $"`juju show-status-log -m {Model} {Unit} -n 10`: the hook is not relation-broken",
                    "resolve each hook with --no-retry: start the last broker first, then resolve with retry",
                    "N93"
                ),
            ],
        };
}
