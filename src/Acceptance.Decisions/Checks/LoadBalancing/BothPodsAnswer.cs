using Acceptance.Cloud;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.LoadBalancing;

/// <summary>Round robin (D-011.4): every live pod answered, and nobody else did.</summary>
public static class BothPodsAnswer
{
    /// <param name="cluster">Whose nodes carry the visitors from the load balancer to the pods.</param>
    public static Verdict Judge(
        IReadOnlyList<string> answers,
        IReadOnlyCollection<string> pods,
        string cluster,
        Evidence evidence
    )
    {
        if (answers.Count == 0)
            return Verdict.NotKnown("the Service gave no answer", null, evidence);
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
                    "D-011.4",
                    evidence
                )
            );
        if (silent.Length > 0)
            findings.Add(
                new Finding(
                    $"{answers.Count} answers came from {string.Join(", ", answers.Distinct())}, none from {string.Join(", ", silent)}",
                    cluster,
                    "round-robin-one-pod",
                    evidence
                )
            );
        return Verdict.From(
            findings,
            () =>
                $"{answers.Count} answers, {string.Join(", ", pods.Select(pod => $"{answers.Count(answer => answer == pod)} from {pod}"))}",
            evidence
        );
    }
}
