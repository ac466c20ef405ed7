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
                "uninitialized-taint"
            ),
            Judged.Unknown("no node", () => Judge(1)),
        ];

    [TestCaseSource(nameof(Cases))]
    public void Facts_get_their_verdict(Judged one) => one.Holds();

    private static Verdict Judge(int expected, params Node[] nodes) =>
        NodesAreReady.Judge(nodes, expected, "v1.30.1", Facts.Read);
}
