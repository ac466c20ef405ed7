using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;

namespace Acceptance.Benchmarks.Answers;

/// <summary>Magnum, the management cluster and the workload cluster.</summary>
internal static class ClusterQuestions
{
    private const string Nodes =
        """get nodes -o json | jq -r '.items[] | "\(.metadata.name) \(.status.nodeInfo.kubeletVersion) \(.status.conditions[] | select(.type == "Ready") | .status)"'""";

    // The namespace is never written down: the runbook resolves it from the project, each time.
    private const string InNamespace = """
        NS=magnum-$(openstack project show "$PROJECT" --domain "$DOMAIN" -f value -c id)
        kubectl --kubeconfig ~/capi-mgmt.kubeconfig -n "$NS"
        """;

    private const string Phases = """ -o json | jq -r '.items[] | "\(.metadata.name) \(.status.phase)"'""";

    public static IEnumerable<Question> All { get; } =
    [
        new(
            "magnum",
            "the cluster template",
            """openstack coe cluster template show "$TEMPLATE" -f json | jq -r '"\(.uuid) \(.coe) \(.network_driver) \(.master_flavor_id) \(.flavor_id) \(.master_lb_enabled) \(.floating_ip_enabled)"'""",
            asked =>
                asked
                    .OpenStack.ContainerInfra.Templates(asked.Tenant)
                    .Lines(
                        one =>
                            $"{one.Uuid} {one.Coe} {one.NetworkDriver} {one.MasterFlavor} {one.WorkerFlavor} "
                            + $"{one.MasterLb.Word()} {one.FloatingIp.Word()}",
                        one => one.Name == asked.Site.Workload!.Template.Name
                    )
        )
        {
            InTenant = true,
        },
        new(
            "magnum",
            "the cluster",
            """openstack coe cluster show "$CLUSTER" -f json | jq -r '"\(.uuid) \(.status) \(.health_status) \(.api_address) \(.master_count) \(.node_count)"'""",
            asked =>
                asked
                    .OpenStack.ContainerInfra.Cluster(asked.Tenant, asked.Site.Workload!.Cluster)
                    .Lines(one => $"{one.Uuid} {one.Status} {one.Health} {one.ApiAddress} {one.Masters} {one.Workers}")
        )
        {
            InTenant = true,
        },
        new(
            "management",
            "its nodes",
            "kubectl --kubeconfig ~/capi-mgmt.kubeconfig " + Nodes,
            asked => asked.Cloud.Management.Nodes().Lines(Line)
        ),
        new(
            "management",
            "the CAPI cluster",
            InNamespace + " get clusters" + Phases,
            asked => Objects(asked, CustomKind.Cluster)
        ),
        new(
            "management",
            "the CAPI machines",
            InNamespace + " get machines" + Phases,
            asked => Objects(asked, CustomKind.Machine)
        ),
        new(
            "workload",
            "its nodes",
            "kubectl --kubeconfig \"$WORKLOAD\" " + Nodes,
            asked => asked.Workload.Nodes().Lines(Line)
        ),
        new(
            "workload",
            "every pod",
            """kubectl --kubeconfig "$WORKLOAD" get pods -A -o json | jq -r '.items[] | "\(.metadata.namespace)/\(.metadata.name) \(.status.phase)"'""",
            asked => asked.Workload.Pods().Lines(one => $"{one.Namespace}/{one.Name} {one.Phase}")
        ),
    ];

    /// <summary>The tenant's token says which project it is in.</summary>
    private static async Task<Reading<IReadOnlyList<string>>> Objects(Asked asked, CustomKind kind) =>
        await asked.OpenStack.Token(asked.Tenant) switch
        {
            Reading<TokenFacts>.Seen token => await asked
                .Cloud.Management.List(kind, $"magnum-{token.Value.ProjectId}")
                .Lines(one => $"{one.Name} {one.Phase}"),
            var unread => unread.As<IReadOnlyList<string>>(),
        };

    private static string Line(Node node) => $"{node.Name} {node.KubeletVersion} {node.Ready}";
}
