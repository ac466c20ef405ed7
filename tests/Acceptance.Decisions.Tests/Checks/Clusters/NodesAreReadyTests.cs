using Acceptance.Cloud.Kubernetes;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Tests.Checks.Clusters;

public class NodesAreReadyTests
{
    private static readonly Node Healthy = new("node-0", ConditionStatus.True, "v1.30.1", [], false, []);

    public static Judged[] Cases =>
        [
            Judged.Kept(
                "as asked for",
                () =>
                    Judge(
                        2,
                        Healthy,
                        Healthy with
                        {
                            Name = "node-1",
                            Taints = ["node-role.kubernetes.io/control-plane"],
                        }
                    ),
                "2 nodes are Ready at v1.30.1"
            ),
            Judged.Kept(
                "no count and no version expected",
                () => NodesAreReady.Judge([Healthy], null, null, Facts.Read)
            ),
            Judged.Broken(
                "one too few",
                () => Judge(3, Healthy),
                "the nodes",
                null,
                "1 nodes are there, 3 were asked for"
            ),
            Judged.Broken("one too many", () => Judge(1, Healthy, Healthy with { Name = "node-1" }), "the nodes", null),
            Judged.Broken(
                "not ready",
                () => Judge(1, Healthy with { Ready = ConditionStatus.False }),
                "node-0",
                null,
                "reads Ready=False"
            ),
            Judged.Broken("unknown", () => Judge(1, Healthy with { Ready = ConditionStatus.Unknown }), "node-0", null),
            Judged.Broken(
                "no condition at all",
                () => Judge(1, Healthy with { Ready = default }),
                "node-0",
                null,
                "Ready=nothing"
            ),
            Judged.Broken(
                "another version",
                () => Judge(1, Healthy with { KubeletVersion = "v1.30.10" }),
                "node-0",
                "L-P6-3",
                "runs v1.30.10, the image carries v1.30.1"
            ),
            Judged.Broken(
                "the taint of a parked management cluster",
                () => Judge(1, Healthy with { Taints = ["node.cluster.x-k8s.io/uninitialized"] }),
                "node-0",
                "uninitialized-taint",
                "uninitialized: Cluster API's machine controller on the management cluster takes it"
            ),
            .. TakenAway.Select(one =>
                Judged.Broken(
                    $"the taint {one.Key}",
                    () => Judge(1, Healthy with { Taints = [one.Key] }),
                    "node-0",
                    null,
                    $"the node node-0 carries the taint {one.Key}: {one.By}"
                )
            ),
            .. NoFault.Select(one =>
                Judged.Kept(
                    $"the taint {one.Key}",
                    () => Judge(1, Healthy with { Taints = [one.Key] }),
                    $"node-0 carries the taint {one.Key}: {one.By}"
                )
            ),
            Judged.Kept(
                "a taint that nobody knows is said",
                () => Judge(1, Healthy with { Taints = ["example.com/gpu"] }),
                "node-0 carries the taint example.com/gpu: who put it is not known here"
            ),
            Judged.Kept(
                "the control plane's own is normal, and nothing is said",
                () => Judge(1, Healthy with { Taints = ["node-role.kubernetes.io/control-plane"] }),
                "1 nodes are Ready at v1.30.1"
            ),
            Judged.Unknown("no node", () => Judge(1)),
        ];

    private static (string Key, string By)[] TakenAway =>
        [
            ("node.cloudprovider.kubernetes.io/uninitialized", "the cluster's cloud controller manager takes it away"),
            ("node.cloudprovider.kubernetes.io/shutdown", "the cluster's cloud controller manager takes it away"),
            ("node.kubernetes.io/not-ready", "the node controller takes it away"),
            ("node.kubernetes.io/unreachable", "the node controller takes it away"),
            ("node.kubernetes.io/memory-pressure", "the node controller takes it away"),
            ("node.kubernetes.io/disk-pressure", "the node controller takes it away"),
            ("node.kubernetes.io/pid-pressure", "the node controller takes it away"),
            ("node.kubernetes.io/network-unavailable", "the node controller takes it away"),
            ("node.kubernetes.io/unschedulable", "the node controller takes it away once the node is uncordoned"),
            ("node.kubernetes.io/out-of-service", "somebody put it by hand"),
            ("node.cilium.io/agent-not-ready", "Cilium takes it away"),
        ];

    private static (string Key, string By)[] NoFault =>
        [
            ("node.cluster.x-k8s.io/outdated-revision", "Cluster API's machine controller"),
            ("ToBeDeletedByClusterAutoscaler", "the cluster autoscaler"),
            ("DeletionCandidateOfClusterAutoscaler", "the cluster autoscaler"),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(int expected, params Node[] nodes) =>
        NodesAreReady.Judge(nodes, expected, "v1.30.1", Facts.Read);
}
