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
        };
}
