using Acceptance.Cloud.Kubernetes;

namespace Acceptance.Benchmarks.Answers;

/// <summary>Magnum, the management cluster and the workload cluster.</summary>
internal static class ClusterQuestions
{
    private const string Nodes =
        """get nodes -o json | jq -r '.items[] | "\(.metadata.name) \(.status.nodeInfo.kubeletVersion) \(.status.conditions[] | select(.type == "Ready") | .status)"'""";

    public static IEnumerable<Question> All { get; } =
    [
        new("magnum", "the cluster template",
            """openstack coe cluster template show "$TEMPLATE" -f json | jq -r '"\(.uuid) \(.coe) \(.network_driver) \(.master_flavor_id) \(.flavor_id) \(.master_lb_enabled) \(.floating_ip_enabled)"'""",
            asked => asked.OpenStack.ContainerInfra.Templates(asked.Tenant).Lines(
                one => $"{one.Uuid} {one.Coe} {one.NetworkDriver} {one.MasterFlavor} {one.WorkerFlavor} {one.MasterLb.Word()} {one.FloatingIp.Word()}",
                one => one.Name == asked.Site.Workload!.Template.Name)) { InTenant = true },
        new("magnum", "the cluster", """openstack coe cluster show "$CLUSTER" -f json | jq -r '"\(.uuid) \(.status) \(.health_status) \(.api_address) \(.master_count) \(.node_count)"'""",
            asked => asked.OpenStack.ContainerInfra.Cluster(asked.Tenant, asked.Site.Workload!.Cluster)
                .Lines(one => $"{one.Uuid} {one.Status} {one.Health} {one.ApiAddress} {one.Masters} {one.Workers}")) { InTenant = true },
        new("management", "its nodes", "kubectl --kubeconfig ~/capi-mgmt.kubeconfig " + Nodes, asked => asked.Cloud.Management.Nodes().Lines(Line)),
        new("management", "the CAPI cluster", "kubectl --kubeconfig ~/capi-mgmt.kubeconfig -n \"$NS\" get clusters -o json | jq -r '.items[] | \"\\(.metadata.name) \\(.status.phase)\"'",
            asked => asked.Cloud.Management.List(CustomKind.Cluster, asked.Namespace).Lines(one => $"{one.Name} {one.Phase}")),
        new("management", "the CAPI machines", "kubectl --kubeconfig ~/capi-mgmt.kubeconfig -n \"$NS\" get machines -o json | jq -r '.items[] | \"\\(.metadata.name) \\(.status.phase)\"'",
            asked => asked.Cloud.Management.List(CustomKind.Machine, asked.Namespace).Lines(one => $"{one.Name} {one.Phase}")),
        new("workload", "its nodes", "kubectl --kubeconfig \"$WORKLOAD\" " + Nodes, asked => asked.Workload.Nodes().Lines(Line)),
        new("workload", "every pod", """kubectl --kubeconfig "$WORKLOAD" get pods -A -o json | jq -r '.items[] | "\(.metadata.namespace)/\(.metadata.name) \(.status.phase)"'""",
            asked => asked.Workload.Pods().Lines(one => $"{one.Namespace}/{one.Name} {one.Phase}")),
    ];

    private static string Line(Node node) => $"{node.Name} {node.KubeletVersion} {node.Ready}";
}
