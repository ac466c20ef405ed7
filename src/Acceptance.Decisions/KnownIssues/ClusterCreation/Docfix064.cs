using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.ClusterCreation;

public static class Docfix064
{
    public const string Id = "DOCFIX-064";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "the kube image is not public",
            Heading = "phase-08 8.0 (as the operator's later pages have it)",
            Phases = ["phase-08"],
            Rung = "magnum",
            Symptom = "Cluster type (vm, Unset, kubernetes) not supported",
            SeenBy = [ImageIsReadable.Check],
            FastConfirm =
                $"`openstack image show -f value -c visibility -c owner {Victim}`: not public, and of another project "
                + $"than {TenantProject}",
            Cause =
                "the kube image is not public: whoever makes the template cannot read its os_distro, and Magnum makes "
                + "Unset of it",
            Fix =
            [
                new($"`openstack image set --public {Victim}`", Mutate),
                new(
                    $"`openstack image show -f value -c status -c visibility -c disk_format -c properties {Victim}`: "
                        + $"active, public, os_distro {OsDistro} and kube_version {KubeVersion}; name the image by "
                        + $"this id in the template",
                    Observe
                ),
            ],
            DoNots =
            [
                "an image that the template names by a wrong id reads the same: compare the id before anything is "
                    + "made public",
            ],
            Proof = "the image is public, and the template names it by its id",
            Faults = ["DOCFIX-064"],
            NearMisses =
            [
                new(
                    "Cluster type (vm, Unset, kubernetes) not supported",
                    "the template names a wrong image id",
                    $"`openstack coe cluster template show {Template} -c image_id; openstack image show {Image} "
                        + $"-c id -c visibility -c properties`: two ids, while the intended image is public and has "
                        + $"its os_distro",
                    "make images public: compare the id first",
                    "N32"
                )
                {
                    IsRead = true,
                },
            ],
        };
}
