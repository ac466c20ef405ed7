using Acceptance.Decisions.Checks.Clusters;
using static Acceptance.Cloud.Permits.Permit;
using static Acceptance.Decisions.KnownIssues.Slots;

namespace Acceptance.Decisions.KnownIssues.ClusterLifecycle;

public static class UninitializedTaint
{
    public const string Id = "uninitialized-taint";

    public static KnownIssue Entry { get; } =
        new()
        {
            Id = Id,
            Kind = KnownIssueKind.Fault,
            Title = "workload addons Pending",
            Heading = "appendix-A, Cluster lifecycle / Octavia",
            Phases = ["phase-08"],
            Rung = "workload",
            Symptom =
                "new workload nodes are kubelet-Ready but addon pods (metrics-server, node-feature-discovery, "
                + "etc.) stay Pending; nodes carry node.cluster.x-k8s.io/uninitialized",
            SeenBy = [NodesAreReady.Check],
            FastConfirm =
                $"with the kubeconfig of {Cluster} as phase-08 8.3 fetches it: "
                + $"`kubectl --kubeconfig ~/{Cluster}-kc/config describe nodes | grep -i taints`: "
                + $"node.cluster.x-k8s.io/uninitialized",
            Shows = @"node\.cluster\.x-k8s\.io/uninitialized",
            Cause = "the taint is removed by the CAPI controller on the management cluster, which is down",
            Fix =
            [
                D041.StartTheServer,
                new("nothing on the nodes: the taint goes by itself when the management cluster is back", Observe),
            ],
            Proof = "no node carries the taint, the addons run",
            Faults = ["uninitialized-taint"],
            NearMisses =
            [
                new(
                    "nodes are Ready, the cloud controller logs success, and "
                        + "node.cluster.x-k8s.io/uninitialized stays",
                    "the entry in other words: the taint is Cluster API's, and its makers are asked elsewhere",
                    "`kubectl get nodes -o jsonpath='{.items[*].spec.taints[*].key}'`: cluster.x-k8s.io is the "
                        + "management side, cloudprovider.kubernetes.io the cloud controller",
                    "ask the cloud controller about a taint that is not its own",
                    "N35"
                )
                {
                    IsTheEntry = true,
                },
                new(
                    "Ready nodes of many new clusters keep the taint for an hour and longer",
                    "the entry, as a provider met it: the cluster that hosts the control planes is ill",
                    $"`kubectl get machines --all-namespaces` with the management kubeconfig "
                        + $"{ManagementKubeconfig}: it does not answer, or many clusters wait",
                    "mend one cluster after the other: what they share is the management side",
                    "N36"
                )
                {
                    IsTheEntry = true,
                },
                new(
                    "node.cloudprovider.kubernetes.io/uninitialized, and the cloud controller crashes: no such "
                        + "host, lookup of the authentication address",
                    "auth-url in cloud.conf is a name that the nodes' resolver does not know",
                    "`kubectl -n kube-system logs --previous ds/openstack-cloud-controller-manager`: dial tcp, "
                        + "lookup, no such host; the management VM is up",
                    "start the management VM or take the taint away: auth-url by address",
                    "N37"
                )
                {
                    IsRead = true,
                },
                new(
                    "both taints on every node, and the cloud controller's pod is Pending, while the "
                        + "management API answers",
                    "the cloud controller does not tolerate Cluster API's taint: each waits for the other",
                    "`kubectl -n kube-system get events --field-selector reason=FailedScheduling`: "
                        + "node.cluster.x-k8s.io/uninitialized for the cloud controller; nodes have no providerID",
                    "restart the management side, nor take the taint away by hand, which breaks the circle "
                        + "once: a toleration in the chart",
                    "N39"
                ),
                new(
                    "machines stay Provisioned without a node name, and the node has "
                        + "node.cloudprovider.kubernetes.io/uninitialized",
                    "no cloud controller runs in the workload cluster; the node's providerID is its work",
                    "`kubectl get nodes -o jsonpath='{.items[*].spec.providerID}'; kubectl -n kube-system get "
                        + "pods`: empty, and no cloud controller among the pods",
                    "look at the management VM: install or mend the cloud controller",
                    "N40"
                )
                {
                    IsRead = true,
                },
                new(
                    "the cloud controller crashes, coredns and calico stay Pending",
                    "cloud.conf was written without a login: a tool dropped the application credential of "
                        + "clouds.yaml",
                    "`kubectl -n kube-system get secret cloud-config -o jsonpath='{.data.cloud\\.conf}' | "
                        + "base64 -d | grep -c -E '^(username|password|application-credential-id) *= *\"?[^\" ]'`: "
                        + "0, so all of them are empty (it shows a number, and no secret)",
                    "put somebody's password in, nor look at the management VM: say which keys are empty",
                    "N41"
                )
                {
                    IsRead = true,
                },
            ],
        };
}
