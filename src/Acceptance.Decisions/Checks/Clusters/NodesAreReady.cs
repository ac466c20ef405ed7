using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>
/// The nodes asked for are Ready, at the image's version, and none carries a taint that keeps pods off it: each is told
/// with who takes it away (NodeTaint).
/// </summary>
public static class NodesAreReady
{
    public static Check Check { get; } =
        new()
        {
            Id = "nodes-ready",
            Promise = "the nodes asked for are ready at the version of the image",
            Rung = "workload",
            Needs = [SiteNeed.Workload],
            Facts = [WorkloadFacts.Nodes],
            Judgement = sheet =>
                sheet.Judge(
                    WorkloadFacts.Nodes,
                    (nodes, evidence) =>
                        Judge(
                            nodes,
                            sheet.Site.Workload!.Masters + sheet.Site.Workload.Workers,
                            sheet.Site.Workload.Image.KubeVersion,
                            evidence
                        )
                ),
        };

    /// <param name="version">The image's kube_version; null where none is expected (the management cluster).</param>
    public static Verdict Judge(IReadOnlyList<Node> nodes, int? expected, string? version, Evidence evidence)
    {
        if (nodes.Count == 0)
            return Verdict.NotKnown($"the cluster lists no node", null, evidence);
        List<Finding> findings = [.. nodes.SelectMany(node => About(node, version, evidence))];
        if (expected is { } count && nodes.Count != count)
            findings.Insert(
                0,
                new Finding($"{nodes.Count} nodes are there, {count} were asked for", "the nodes", null, evidence)
            );
        return Verdict.From(findings, () => $"{nodes.Count} nodes are Ready{Versions(nodes)}{Beside(nodes)}", evidence);
    }

    private static string Versions(IReadOnlyList<Node> nodes) =>
        nodes.Select(node => node.KubeletVersion).Where(said => said.Length > 0).Distinct().ToArray()
            is { Length: > 0 } said
            ? $" at {string.Join(", ", said)}"
            : "";

    private static IEnumerable<Finding> About(Node node, string? version, Evidence evidence)
    {
        if (!node.Ready.Is(ConditionStatus.True))
            yield return new Finding(
                $"the node {node.Name} reads Ready={(node.Ready.Unsaid ? "nothing" : node.Ready.Word)}",
                node.Name,
                null,
                evidence
            );
        if (version is not null && node.KubeletVersion != version)
            yield return new Finding(
                $"the node {node.Name} runs {node.KubeletVersion}, the image carries {version}",
                node.Name,
                LP63.Id,
                evidence
            );
        foreach (var taint in node.Taints.Select(NodeTaint.Of).Where(taint => taint.IsFault))
            yield return new Finding($"the node {Carries(node, taint)}", node.Name, taint.Entry, evidence)
            {
                MaySettle = taint.Passes,
            };
    }

    private static string Carries(Node node, NodeTaint taint) =>
        $"{node.Name} carries the taint {taint.Key}: {taint.By}";

    /// <summary>Taints that hold back nothing that should run: said, and not counted.</summary>
    private static string Beside(IReadOnlyList<Node> nodes) =>
        string.Concat(
            nodes.SelectMany(node =>
                node.Taints.Select(NodeTaint.Of)
                    .Where(taint => !taint.IsFault && taint.By.Length > 0)
                    .Select(taint => $"; {Carries(node, taint)}")
            )
        );
}
