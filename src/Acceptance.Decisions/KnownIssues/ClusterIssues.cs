using static Acceptance.Decisions.Permits.Permit;

namespace Acceptance.Decisions.KnownIssues;

/// <summary>Entries of the management cluster, the driver and the workload cluster.</summary>
internal static class ClusterIssues
{
    public static IReadOnlyList<KnownIssue> All { get; } =
    [
        new(
            "D-041",
            "single-node mgmt cluster does not self-heal",
            KnownIssueKind.Fault,
            "mgmt-vm",
            "appendix-A, Hyperconverged host / mgmt-VM resilience",
            "the management VM is shut off; it is a single point of failure without a health check",
            [
                new(
                    "`openstack server start {victim}` in its project; then wait for sshd (~3.5 min) and k8s (up to 21 min), restarting nothing",
                    Mutate
                ),
            ],
            "the management API answers and `k8s status` reads ready"
        ),
        new(
            "D-042",
            "driver contract-coherence; health \"infrastructure: not found\"",
            KnownIssueKind.Fault,
            "magnum",
            "appendix-A, Driver / cluster health (FACTS 0.7)",
            "driver 1.3.0 hard-codes v1alpha6 of OpenStackCluster; CAPO no longer serves it, so its health read is a 404",
            [
                new(
                    "on {victim}: `pip3 show magnum-capi-helm`; where it is older than 1.4.0, upgrade to the released 1.4.0",
                    Mutate
                ),
                new(
                    "on {victim}: `sudo systemctl restart magnum-conductor`, so that the running process has it",
                    Mutate
                ),
                new("until then do not wire auto-healing to health_status", Observe),
            ],
            "health_status reads HEALTHY"
        ),
        new(
            "D-039",
            "app-cred roles (load-balancer_member) / Octavia 403",
            KnownIssueKind.Fault,
            "magnum",
            "appendix-A, Cluster lifecycle / Octavia",
            "the user or the minted application credential lacks load-balancer_member, so CAPO gets 403 on the load balancer",
            [
                new(
                    "a user who lacks it: `openstack role add --user USER --project PROJECT load-balancer_member`",
                    Mutate
                ),
                new(
                    "a credential keeps the roles of the moment it was minted: when its user has the role, delete the cluster and make it anew (a delete that hangs: stuck-delete)",
                    Mutate
                ),
            ],
            "the roles member, reader and load-balancer_member are held and minted"
        ),
        new(
            "stuck-delete",
            "wedged CAPI cluster delete",
            KnownIssueKind.Fault,
            "capi",
            "appendix-A, Cluster lifecycle / Octavia (FINDING-4)",
            "the OpenStackCluster's finalizer waits for a load balancer it may not read",
            [
                new(
                    "list first, with the management cluster's kubeconfig: `kubectl -n NAMESPACE get openstackcluster`",
                    Observe
                ),
                new(
                    "only if exactly {victim} is listed, clear its finalizers (`kubectl -n NAMESPACE edit openstackcluster {victim}`); its Cluster follows by itself",
                    Destroy
                ),
                new(
                    "remove what is left in order: router subnet, gateway, router, subnet, network, security group",
                    Destroy
                ),
            ],
            "the cluster and its network are gone"
        ),
        new(
            "uninitialized-taint",
            "workload addons Pending",
            KnownIssueKind.Fault,
            "workload",
            "appendix-A, Cluster lifecycle / Octavia",
            "the taint is removed by the CAPI controller on the management cluster, which is down",
            [new("bring the management cluster back (D-041); the taint goes by itself", Mutate)],
            "no node carries the taint, the addons run"
        ),
        new(
            "DOCFIX-032",
            "CNI: pin calico explicitly",
            KnownIssueKind.Fault,
            "magnum",
            "appendix-A, Cluster lifecycle / Octavia",
            "the template names a network driver that the chart does not package",
            [
                new(
                    "`openstack coe cluster template delete {victim}`, then make it anew as phase-08 8.0 has it, with --network-driver calico (the next run makes one that is absent)",
                    Mutate
                ),
                new(
                    "Magnum refuses that while a cluster stands on the template: what stands is not hurt, what is made from it next never gets a Ready node",
                    Observe
                ),
            ],
            "the template reads calico"
        ),
        new(
            "crash-loop",
            "a pod restarts again and again while its phase reads Running",
            KnownIssueKind.Fault,
            "workload",
            "phase-08 8.3, D-011.5 (FACTS 0.14)",
            "the container fails after its start; the pod's phase stays Running",
            [
                new(
                    "with the cluster's kubeconfig: `kubectl -n NAMESPACE logs {victim} --previous --all-containers`: what it says as it ends is where to go on from",
                    Observe
                ),
            ],
            "every container is ready and its restart count stands still"
        ),
        new(
            "round-robin-one-pod",
            "every answer of a Service comes from one pod",
            KnownIssueKind.Fault,
            "workload",
            "phase-08 D-011.4 (expect both pod names)",
            "the way from the load balancer to the pods knows one of them only: kube-proxy on the nodes holds old endpoints, or the load balancer has one member",
            [
                new(
                    "`openstack loadbalancer status show BALANCER`, while such a Service stands: every node must be a member",
                    Observe
                ),
                new(
                    "with the kubeconfig of {victim}: `kubectl -n NAMESPACE get endpointslices`: both pods must be listed as ready",
                    Observe
                ),
                new(
                    "both are listed: `kubectl -n kube-system rollout restart daemonset kube-proxy` on {victim}",
                    Mutate
                ),
            ],
            "ten visitors of a throwaway Service meet both pods"
        ),
    ];
}
