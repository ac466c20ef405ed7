using Acceptance.Decisions.Checks.Juju;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.BundleAndModel;

public static class D068
{
    public const string Id = "D-068";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "bundle and live differ, and nobody has written it down",
            Heading = "operator-later, bundle and live",
            Phases = ["phase-00"],
            Rung = "juju",
            Symptom = "a charm follows another channel than the one that is named, or is of an older revision",
            SeenBy = [CharmsAreAsNamed.Check],
            FastConfirm = $"`juju status -m {Model} {Victim}`: channel and revision of the charm",
            Cause = "the bundle was changed and the cloud was not, or a charm was refreshed and the bundle was not",
            Fix =
            [
                new(
                    "find out which of the two is meant; where the cloud is right, write its channel into the bundle "
                        + "and into the site ($.juju.expected): then the difference is known",
                    Observe
                ),
                new(
                    "where the bundle is right, the refresh is a change of its own, planned with the charm's upgrade "
                        + "notes, and no part of an acceptance",
                    Observe
                ),
            ],
            DoNots = ["never sync the cloud to the bundle: from one track to another is a major, incompatible change"],
            Proof = "channel and revision are those that the site names",
            Faults = ["D-068"],
            NearMisses =
            [
                new(
                    "a charm's revision is not the documented one",
                    "a newer revision of the same channel, which is expected after a refresh",
                    $"`juju status -m {Model} --format=json | jq -c '.applications | "
                        + $"map_values([.\"charm-channel\", .\"charm-rev\"])'`: the channel is the named one",
                    "refresh back to an older revision",
                    "operator-later"
                ),
            ],
        };
}
