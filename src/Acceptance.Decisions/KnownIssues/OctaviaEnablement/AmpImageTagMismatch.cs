using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.OctaviaEnablement;

public static class AmpImageTagMismatch
{
    public const string Id = "amp-image-tag-mismatch";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "octavia looks for another tag than the retrofit stamps (LP#1937003)",
            Heading = "appendix-A, Octavia enablement",
            Phases = ["phase-05"],
            Rung = "octavia",
            Symptom =
                "Failed to retrieve image with <tag> tag: octavia cannot find the amphora image even though it is "
                + "built and ACTIVE",
            SeenBy = [AmphoraImageIsTagged.Check],
            FastConfirm =
                $"`for CHARM in {Victim} octavia-diskimage-retrofit; do juju config -m {Model} \"$CHARM\" "
                + $"amp-image-tag; done | sort | uniq -u`: two tags, where equal ones print nothing",
            Shows = @"\S",
            Cause =
                "amp-image-tag of octavia and of octavia-diskimage-retrofit differ: the one looks for images by it, "
                + "the other stamps them with it",
            Consequences =
            [
                .. Follows.Seen(
                    LbFailover.Id,
                    "the operation that failed is older than the change of the tag",
                    LoadBalancersServe.Check
                ),
                .. Follows.Red("the load balancer of its API is active", ClusterIsComplete.Check),
                .. Follows.Unknown(
                    "the load balancer of its API is active",
                    ClusterIsComplete.Health,
                    HealthReadsAsExpected.Check,
                    NodesAreReady.Check,
                    EveryContainerIsReady.Check,
                    EveryContainerIsReady.Addons,
                    EveryContainerIsReady.Still
                ),
            ],
            Fix =
            [
                new(
                    $"`TAG=$(juju config -m {Model} octavia-diskimage-retrofit amp-image-tag) && "
                        + $"juju config -m {Model} {Victim} amp-image-tag=\"$TAG\"`",
                    Mutate
                ),
                new(
                    $"a load balancer that went into ERROR meanwhile: fail it over, now that an image is found",
                    Mutate
                ),
            ],
            DoNots = ["do not build or upload the image again: it is there and active, and the next has the same tag"],
            Proof = "both options are equal, and the image that is active has that tag",
            Faults = ["amp-image-tag-mismatch"],
            NearMisses =
            [
                new(
                    "Failed to retrieve image with tag, though the charm's tag and the image's are one",
                    "the image is another project's than the one that is asked for, or is not active",
                    $"`openstack image list --long -c Name -c Status -c Project -c Tags; juju config -m {Model} "
                        + $"octavia amp-image-owner-id`: another owner, or another status than active",
                    "tag it again: tag, status and owner are three things",
                    "N15"
                )
                {
                    IsRead = true,
                },
                new(
                    "new amphorae run an unexpected image; the log says: A single Glance image should be tagged, "
                        + "but at least two were found",
                    "two active images have the tag, and the newest is taken",
                    $"`TAG=$(juju config -m {Model} octavia amp-image-tag); openstack image list --tag \"$TAG\" -c "
                        + $"ID -c Name -c Status`: more than one row",
                    "be content that the tags are equal: take the tag off the old one",
                    "N16"
                )
                {
                    IsRead = true,
                },
            ],
        };
}
