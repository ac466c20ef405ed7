using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.OpenStack;
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
            Shows = @"\bDeleting\b",
            Cause = "the OpenStackCluster's finalizer waits for a load balancer it may not read",
            Consequences =
            [
                .. Follows.Red("no delete was asked for", ClusterIsComplete.Check),
                .. Follows.Unknown(
                    "the API of the cluster was to stay",
                    NodesAreReady.Check,
                    EveryContainerIsReady.Check,
                    EveryContainerIsReady.Addons,
                    EveryContainerIsReady.Still
                ),
                .. Follows.Seen(D039.Id, "the credential carries the role", TenantSetupStands.Credential).Beneath(),
            ],
            Fix =
            [
                new(
                    $"list first, with the management cluster's kubeconfig: `NAMESPACE=magnum-$(openstack project "
                        + $"show {TenantProject} --domain {TenantDomain} -f value -c id); kubectl --kubeconfig "
                        + $"{ManagementKubeconfig} -n \"$NAMESPACE\" get openstackcluster`",
                    Observe
                ),
                new(
                    $"its load balancers first, by id, for they hold the network (its name is the one listed): "
                        + $"`for ID in $(openstack loadbalancer list -f value -c id -c name | grep -F {Victim} "
                        + $"| cut -d ' ' -f 1); do openstack loadbalancer delete --cascade \"$ID\"; done; sleep 60`",
                    Destroy
                ),
                new(
                    $"only if exactly {Victim} was listed, clear its finalizers (`NAMESPACE=magnum-$(openstack "
                        + $"project show {TenantProject} --domain {TenantDomain} -f value -c id); "
                        + $"KUBE_EDITOR='sed -i /finalizers:/,+1d' kubectl --kubeconfig {ManagementKubeconfig} "
                        + $"-n \"$NAMESPACE\" edit openstackcluster {Victim}`); its Cluster follows by itself",
                    Destroy
                ),
                new(
                    $"the router, when no port of another stands on it, and its subnet: "
                        + $"`ROUTER=$(openstack router list -f value -c ID -c Name | grep -F {Victim} "
                        + $"| cut -d ' ' -f 1); SUBNET=$(openstack subnet list -f value -c ID -c Name "
                        + $"| grep -F {Victim} | cut -d ' ' -f 1); "
                        + $"openstack router remove subnet \"$ROUTER\" \"$SUBNET\"; openstack router unset "
                        + $"--external-gateway \"$ROUTER\"; openstack router delete \"$ROUTER\"; "
                        + $"openstack subnet delete \"$SUBNET\"`",
                    Destroy
                ),
                new(
                    $"then the network and the security groups: `openstack network delete $(openstack network list "
                        + $"-f value -c ID -c Name | grep -F {Victim} | cut -d ' ' -f 1); "
                        + $"openstack security group delete $(openstack security group list -f value -c ID -c Name "
                        + $"| grep -F {Victim} | cut -d ' ' -f 1)`",
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
            Trap = new()
            {
                Bites = new()
                {
                    Exit = 0,
                    Words = ["the patch ended with 0"],
                    Lacks = ["NotFound"],
                },
                Avoided = new() { Exit = 0, Words = ["NotFound", "the patch ended with 1"] },
            },
            Proof = "the cluster and its network are gone",
            Faults = ["stuck-delete"],
            NearMisses =
            [
                new(
                    "a delete does not end; the event Faileddeletenetwork: 409 NetworkInUse, one or more ports "
                        + "still in use on the network",
                    "the network was asked to go before its load balancer was gone",
                    "`openstack port list --device-owner Octavia -c ID -c \"Fixed IP Addresses\"`: the named "
                        + "port is there; 409 of Neutron, and no 403",
                    "clear the finalizer: port, network and balancer stay behind; once the balancer is gone "
                        + "CAPO goes on",
                    "N24"
                ),
                new(
                    "DELETE_IN_PROGRESS and Deleting, with Faileddeleteloadbalancer after "
                        + "Successfuldeleteloadbalancer; the create had failed for lack of resources",
                    "a port without a server keeps the network: a node that never came up left it",
                    "`openstack port list --long -c ID -c Status -c \"Device Owner\"`: a port of the cluster's "
                        + "network without an owner",
                    "clear the finalizer first: delete that port by id, and CAPO goes on",
                    "N25"
                ),
                new(
                    "a cluster stays Deleting, its router is in use, and its nodes are gone",
                    "a Service of type LoadBalancer was left: its balancer holds a port on the router's subnet",
                    "`openstack loadbalancer list -c id -c name -c vip_address`: one on the cluster's subnet "
                        + "whose name begins with kube_service_",
                    "clear the finalizer first: Services go before their cluster, what is left of them by id",
                    "N26"
                ),
                new(
                    "one node group stays DELETE_IN_PROGRESS, while the cluster is well and the servers run",
                    "a driver that cannot delete another than the default node group",
                    $"`openstack coe nodegroup list {Cluster}`: only the node group is being deleted, and the "
                        + $"Cluster has no deletionTimestamp",
                    "touch a finalizer of the cluster: upgrade the driver",
                    "N28"
                )
                {
                    IsRead = true,
                },
            ],
        };
}
