using Acceptance.Decisions.Checks.Clusters;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.ClusterLifecycle;

public static class StuckDelete
{
    public const string Id = "stuck-delete";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Aliases = ["FINDING-4"],
            Kind = KnownIssueKind.Fault,
            Title = "wedged CAPI cluster delete",
            Heading = "appendix-A, Cluster lifecycle / Octavia (FINDING-4)",
            Phases = ["phase-08"],
            Rung = "capi",
            Symptom =
                "cluster stuck DELETE_IN_PROGRESS; helm release already gone; Cluster and OpenStackCluster "
                + "stuck Deleting (often on an Octavia 403, see D-039)",
            SeenBy = [CapoIsNotRefused.Check],
            FastConfirm =
                $"`NAMESPACE=magnum-$(openstack project show {TenantProject} --domain {TenantDomain} -f value "
                + $"-c id); kubectl --kubeconfig {ManagementKubeconfig} -n \"$NAMESPACE\" get "
                + $"cluster,openstackcluster`: both Deleting",
            Cause = "the OpenStackCluster's finalizer waits for a load balancer it may not read",
            Fix =
            [
                new(
                    $"list first, with the management cluster's kubeconfig: `NAMESPACE=magnum-$(openstack project "
                        + $"show {TenantProject} --domain {TenantDomain} -f value -c id); kubectl --kubeconfig "
                        + $"{ManagementKubeconfig} -n \"$NAMESPACE\" get openstackcluster`",
                    Observe
                ),
                new(
                    $"only if exactly {Victim} is listed, clear its finalizers (`NAMESPACE=magnum-$(openstack "
                        + $"project show {TenantProject} --domain {TenantDomain} -f value -c id); kubectl --kubeconfig "
                        + $"{ManagementKubeconfig} -n \"$NAMESPACE\" edit openstackcluster {Victim}`); its Cluster "
                        + $"follows by itself",
                    Destroy
                ),
                new(
                    "remove what is left in order: router subnet, gateway, router, subnet, network, security "
                        + "group",
                    Destroy
                ),
            ],
            DoNots =
            [
                "never while a port, a Service's load balancer or any resource of the cluster still stands: "
                    + "those go first, by id, and Cluster API goes on by itself",
                "never patch or delete by an inferred name: the suffix is random, and a wrong name leaves the "
                    + "delete wedged (FINDING-4)",
            ],
            Proof = "the cluster and its network are gone",
            Faults = ["stuck-delete"],
        };
}
