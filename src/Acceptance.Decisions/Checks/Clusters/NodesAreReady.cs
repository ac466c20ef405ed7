using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>
/// The nodes asked for are Ready, at the image's version, and none waits for the management cluster
/// (uninitialized-taint).
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

    public const string Entry = UninitializedTaint.Id;

    private const string Uninitialized = "node.cluster.x-k8s.io/uninitialized";

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
        return Verdict.From(findings, () => $"{nodes.Count} nodes are Ready{Versions(nodes)}", evidence);
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
        if (node.Taints.Contains(Uninitialized))
            yield return new Finding(
                $"the node {node.Name} still carries the taint {Uninitialized}",
                node.Name,
                Entry,
                evidence
            );
    }
}
