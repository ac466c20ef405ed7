using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.OpenStack;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.MagnumConductor;

public static class LP63
{
    public const string Id = "L-P6-3";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "k8s version comes from the image, not a template label",
            Heading = "appendix-A, Magnum conductor (FACTS 0.22)",
            Phases = ["phase-08"],
            Rung = "magnum",
            Symptom = "cluster create fails in the driver before provisioning",
            SeenBy = [ImageCarriesItsVersion.Check],
            FastConfirm = $"`openstack image show {Image} -f json -c properties`: kube_version and os_distro",
            Shows = @"\A(?![\s\S]*kube_version)",
            Cause = "the image lacks kube_version or os_distro, or its kube_version is not the one in its name",
            Consequences =
            [
                .. Follows.Seen(
                    Id,
                    "the image names its version and the cluster is refused still",
                    ClusterIsComplete.Building,
                    ClusterIsComplete.Check,
                    NodesAreReady.Check
                ),
                .. Follows.ClusterIsNotMade("Magnum gives another reason than the image"),
            ],
            Fix =
            [
                new(
                    $"`openstack image set --property kube_version={KubeVersion} --property os_distro={OsDistro} "
                        + $"{Victim}`: the version as in the image's name",
                    Mutate
                ),
            ],
            Proof = "both properties read right",
            Faults = ["L-P6-3"],
            NearMisses =
            [
                new(
                    "the create hangs instead of failing: OpenStackCluster is ready, the machine waits for "
                        + "bootstrap data that is there",
                    "no image of that name exists for the cluster's project",
                    $"`openstack image show {Image} -c id -c visibility` with the cluster's own credential: not "
                        + $"found",
                    "look at kubeadm or bootstrap: the property check met another image",
                    "N31"
                )
                {
                    IsRead = true,
                },
            ],
        };
}
