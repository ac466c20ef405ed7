using Acceptance.Cloud;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.LoadBalancing;

/// <summary>After a teardown: each named remnant is gone.</summary>
public static class NothingIsLeft
{
    public static Check OfTheService { get; } =
        new()
        {
            Id = "nothing-left-of-the-service",
            Promise = "nothing of a removed Service is left",
            Rung = "workload",
            Needs = [SiteNeed.Workload],
            Facts = [ServiceFacts.ServiceRemnants],
            Judgement = sheet =>
                sheet.Judge(ServiceFacts.ServiceRemnants, (seen, evidence) => Judge(seen.Whose, seen.Left, evidence)),
        };

    public static Check OfTheCluster { get; } =
        new()
        {
            Id = "nothing-left-of-the-cluster",
            Promise = "the machines, load balancers and addresses of a removed cluster are gone",
            Rung = "magnum",
            Needs = [SiteNeed.Workload],
            Facts = [ClusterFacts.Remnants],
            Judgement = sheet =>
                sheet.Judge(ClusterFacts.Remnants, (seen, evidence) => Judge(seen.Whose, seen.Left, evidence)),
        };

    /// <param name="remnants">What (load balancer, port ...) -> the ids still seen.</param>
    public static Verdict Judge(
        string of,
        IReadOnlyDictionary<string, IReadOnlyList<string>> remnants,
        Evidence evidence
    )
    {
        if (remnants.Count == 0)
            return Verdict.NotKnown($"nothing was looked for", null, evidence);
        return Verdict.From(
            remnants
                .Where(kind => kind.Value.Count > 0)
                .Select(kind => new Finding(
                    $"{of} left its {kind.Key} {string.Join(", ", kind.Value)}",
                    kind.Value[0],
                    D0114.Id,
                    evidence
                )),
            () => $"{of} is gone with its {string.Join(", ", remnants.Keys)}",
            evidence
        );
    }
}
