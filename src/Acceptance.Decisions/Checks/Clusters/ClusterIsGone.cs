using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>Gone is what Magnum says about the cluster itself: not found (phase-08 8.5).</summary>
public static class ClusterIsGone
{
    public static Check Check { get; } =
        new()
        {
            Id = "cluster-gone",
            Promise = "Magnum no longer knows the removed cluster",
            Rung = "magnum",
            Needs = [SiteNeed.Workload],
            Facts = [ClusterFacts.Removed],
            Judgement = sheet => sheet.Judge(ClusterFacts.Removed, (removed, _) => Judge(removed)),
        };

    public static Verdict Judge(RemovedCluster removed) =>
        removed.Now switch
        {
            Reading<MagnumCluster>.Unread { Why: Unreadable.NotFound } gone => Verdict.Keep(
                $"Magnum no longer knows {removed.Name}",
                gone.Evidence
            ),
            var still => still.Judge(
                (cluster, evidence) =>
                    Verdict.Break(
                        $"Magnum still lists {cluster.Name} as {cluster.Status}",
                        cluster.Name,
                        StuckDelete.Id,
                        evidence
                    )
            ),
        };
}
