using Acceptance.Decisions.Checks.Juju;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.BundleAndModel;

public static class DefaultSpace
{
    public const string Id = "default-space";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "the model's effective default space is not the planned one",
            Heading = "operator-later, the default space of the model",
            Phases = ["phase-00"],
            Rung = "juju",
            Symptom = "the next deploy binds what the bundle does not bind to another space than the planned one",
            SeenBy = [DefaultSpaceIsPlanned.Check],
            FastConfirm = $"`juju model-config -m {Model} default-space`: not the planned space",
            Cause = "the model was made before its defaults were set, or somebody set another one",
            Fix =
            [
                new($"`juju spaces -m {Model}`: the planned space is known to the model", Observe),
                new($"`juju model-config -m {Model} default-space={DefaultSpaceName}`, before the next deploy", Mutate),
                new(
                    $"`juju model-defaults default-space={DefaultSpaceName}`, so that the next model has it from the "
                        + $"start",
                    Mutate
                ),
            ],
            Proof = "the model's default-space reads the planned space",
            Faults = ["default-space"],
            NearMisses =
            [
                new(
                    "a unit of a new application has no address on the planned network",
                    "the application binds another space by its own endpoint",
                    $"`juju spaces -m {Model}; juju model-config -m {Model} default-space`: the default is the "
                        + $"planned space",
                    "change the model's default for one application: bind that one",
                    "operator-later"
                ),
            ],
        };
}
