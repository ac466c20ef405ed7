using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.LoadBalancing;

/// <summary>Round robin (D-011.4): every live pod answered, and nobody else did.</summary>
public static class BothPodsAnswer
{
    public static Check Check { get; } =
        new()
        {
            Id = "pods-answer",
            Promise = "every pod of a Service answers its visitors, and nobody else does",
            Rung = "workload",
            Needs = [SiteNeed.Workload],
            Facts = [ServiceFacts.Visits],
            Judgement = sheet =>
                sheet.Judge(
                    ServiceFacts.Visits,
                    (seen, evidence) => Judge(seen.Answers, seen.Pods, seen.Cluster, evidence)
                ),
        };

    public static Check MadeByController { get; } =
        new()
        {
            Id = "balancer-of-the-controller",
            Promise = "the load balancer of a Service is made by the cloud controller",
            Rung = "workload",
            Needs = [SiteNeed.Workload],
            Facts = [ServiceFacts.Visits],
            Judgement = sheet => sheet.Judge(ServiceFacts.Visits, JudgeMaker),
        };

    /// <summary>The controller names what it makes kube_service_CLUSTER_NAMESPACE_NAME.</summary>
    public static Verdict JudgeMaker(ServiceVisits seen, Evidence evidence) =>
        seen.Balancer.StartsWith("kube_service_", StringComparison.Ordinal)
            ? Verdict.Keep($"{seen.Balancer} stands behind {seen.Address}", evidence)
            : Verdict.Break(
                $"{seen.Balancer} stands behind {seen.Address}, which the cloud controller did not name",
                seen.Balancer,
                Docfix040Phase08.Id,
                evidence
            );

    /// <param name="cluster">Whose nodes carry the visitors from the load balancer to the pods.</param>
    public static Verdict Judge(
        IReadOnlyList<string> answers,
        IReadOnlyCollection<string> pods,
        string cluster,
        Evidence evidence
    )
    {
        if (answers.Count == 0)
            return Verdict.NotKnown($"the Service gave no answer", null, evidence);
        if (pods.Count < 2)
            return Verdict.NotKnown(
                $"{pods.Count} pods stand behind the Service: nothing to distribute to",
                null,
                evidence
            );
        var strangers = answers.Where(answer => !pods.Contains(answer)).Distinct().ToArray();
        var silent = pods.Where(pod => !answers.Contains(pod)).ToArray();
        List<Finding> findings = [];
        if (strangers.Length > 0)
            findings.Add(
                new Finding(
                    $"{strangers[0]} answered, which is no pod of the Service",
                    "the Service",
                    D0114.Id,
                    evidence
                )
            );
        if (silent.Length > 0)
            findings.Add(
                new Finding(
                    $"{answers.Count} answers came from {string.Join(", ", answers.Distinct())}, "
                        + $"none from {string.Join(", ", silent)}",
                    cluster,
                    RoundRobinOnePod.Id,
                    evidence
                )
            );
        return Verdict.From(
            findings,
            () =>
                $"{answers.Count} answers, "
                + $"{string.Join(", ", pods.Select(pod => $"{answers.Count(answer => answer == pod)} from {pod}"))}",
            evidence
        );
    }
}
