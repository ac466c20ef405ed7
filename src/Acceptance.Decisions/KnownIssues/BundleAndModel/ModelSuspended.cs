using Acceptance.Decisions.Checks.Juju;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.BundleAndModel;

public static class ModelSuspended
{
    public const string Id = "model-suspended";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "Juju calls the model suspended, and acts on the cloud no more",
            Heading = "phase-08, D-011.1: what juju status says of the model itself (juju's domain/model, GetStatus)",
            Phases = ["phase-08", "restart"],
            Rung = "juju",
            Symptom =
                "every unit is active and idle, and model-status reads suspended: juju sees the cloud, and adds, "
                + "repairs and removes nothing of it",
            SeenBy = [ModelIsTheExpectedOne.Acts],
            FastConfirm =
                $"`juju status -m {Model} --format=json | jq '.model.\"model-status\"'`: suspended, and the reason "
                + $"that the cloud gave",
            Cause = "the cloud refused the credential that the model has for it: renewed, expired or taken away there",
            Fix =
            [
                new(
                    $"`juju show-model {Model} --format=json | jq '.[].credential'`: which credential of which cloud, "
                        + $"and that it is invalid",
                    Observe
                ),
                new(
                    $"`CLOUD=$(juju show-model {Model} --format=json | jq -r '.[].credential.cloud'); "
                        + $"juju add-credential --client \"$CLOUD\"`: give it the same name and the key that MAAS has "
                        + $"now; it is asked for on the terminal, and stands in no argument",
                    Mutate
                ),
                new(
                    $"`CLOUD=$(juju show-model {Model} --format=json | jq -r '.[].credential.cloud'); "
                        + $"NAME=$(juju show-model {Model} --format=json | jq -r '.[].credential.name'); "
                        + $"juju update-credential \"$CLOUD\" \"$NAME\"`: the model is available again at once",
                    Mutate
                ),
            ],
            DoNots = ["resolved, run and remove do not help: juju asks the cloud for none of them"],
            Proof = "model-status reads available",
            Faults = ["model-suspended"],
            NearMisses =
            [
                new(
                    "juju adds no machine, and the model reads available",
                    "MAAS has no machine that fits, or refuses this one call",
                    $"`juju status -m {Model} --format=json | jq -r '.model.\"model-status\".current'`: available",
                    "renew a credential that is valid: read the machine's own message",
                    "phase-08"
                ),
            ],
        };
}
