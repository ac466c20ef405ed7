using Acceptance.Decisions.Checks.Clusters;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.CapiProviderInstall;

public static class D034
{
    public const string Id = "D-034";

    /// <summary>The order is broken: ORC is missing.</summary>
    private const string Order = "D-034";

    /// <summary>The rule beside it is: a provider runs in another version.</summary>
    private const string Versions = "D-034-versions";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "CAPI install ordering: ORC before clusterctl init, versions from the chart's dependencies",
            Heading = "appendix-A, CAPI provider install (mgmt cluster)",
            Phases = ["phase-06"],
            Rung = "capi",
            Symptom =
                "after clusterctl init, capo-controller-manager is in CrashLoopBackOff (about 6 restarts in 15 min) "
                + "until ORC is there; clusters get networks and load balancers, and no machine",
            SeenBy = [ControllersRun.Check, ProvidersAreAsNamed.Check],
            FastConfirm =
                $"`kubectl --kubeconfig {ManagementKubeconfig} get crd images.openstack.k-orc.cloud`: NotFound",
            Shows = "NotFound",
            Cause =
                "CAPO's controller of servers needs ORC's definition of an image as it starts, and clusterctl init "
                + "installs none; versions that were typed instead of read from the chart's dependencies.json fit "
                + "together by luck",
            Consequences =
            [
                .. Follows.Unknown("ORC's own pod is there", ProvidersAreAsNamed.Check).ByFault(Order),
                .. Follows.MachinesAreNotMade("ORC runs, and CAPO makes no machine still").ByFault(Order),
            ],
            Spares = [(Order, ProvidersAreAsNamed.Check), (Versions, ControllersRun.Check)],
            Fix =
            [
                new(
                    $"install ORC in the version that the chart's dependencies name; CAPO comes by itself at its "
                        + $"next start: `kubectl --kubeconfig {ManagementKubeconfig} apply --server-side -f "
                        + $"{OrcManifest}`",
                    Mutate
                )
                {
                    Cures = [Order],
                },
                new(
                    $"bring what runs in another version to the one that the chart's tag names: "
                        + $"`CAPI=$(jq -er '.\"cluster-api\"' {ChartDependencies}); CAPO=$(jq -er "
                        + $"'.\"cluster-api-provider-openstack\"' {ChartDependencies}); clusterctl upgrade apply "
                        + $"--core \"cluster-api:$CAPI\" --bootstrap \"kubeadm:$CAPI\" --control-plane "
                        + $"\"kubeadm:$CAPI\" --infrastructure \"openstack:$CAPO\"`; cert-manager, "
                        + $"the add-on provider and the janitor as they were installed",
                    Mutate
                )
                {
                    Cures = [Versions],
                },
            ],
            DoNots =
            [
                "do not restart CAPO: every new start looks for the same definition",
                "never type a version into clusterctl init: cert-manager, ORC, clusterctl init, the add-on provider "
                    + "and the janitor, in this order, each in the version that the chart's dependencies name",
            ],
            Proof = "every controller of Cluster API runs, in the version that the chart's dependencies name",
            Faults = [Order, Versions],
            NearMisses =
            [
                new(
                    "networks and balancers of a cluster are made, its servers never; CAPO ends in "
                        + "CrashLoopBackOff after a while",
                    "the entry in other words: clusterctl installs no ORC since CAPO 0.12",
                    "`kubectl get crd images.openstack.k-orc.cloud`: not found",
                    "look at quota or images: install ORC",
                    "N30"
                )
                {
                    IsTheEntry = true,
                },
                new(
                    "capo-controller-manager is in CrashLoopBackOff, and ORC runs",
                    "it is on its way up again since ORC came, or it ends for another reason",
                    "`kubectl -n capo-system logs --previous deploy/capo-controller-manager`: no matches for kind "
                        + "Image is the entry; anything else is not, and its back-off is 5 min at most",
                    "install ORC again: read what it says as it ends",
                    "appendix-A"
                ),
                new(
                    "the versions fit the chart's dependencies, and health_status is UNHEALTHY",
                    "the driver in Magnum's conductor is too old for them (D-042): the chart does not name it",
                    $"`juju exec -m {Model} --application {Magnum} -- pip3 show {DriverPackage}`: older than "
                        + $"{DriverVersion}",
                    "take a provider back to an older version: upgrade the driver",
                    "appendix-A"
                ),
            ],
        };
}
