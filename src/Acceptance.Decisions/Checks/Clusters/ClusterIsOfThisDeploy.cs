using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>D-011.5 on a found cluster: made after this deploy, or it proves nothing about it (DESIGN 7).</summary>
public static class ClusterIsOfThisDeploy
{
    public static Check Check { get; } =
        new()
        {
            Id = "cluster-of-this-deploy",
            Promise = "the workload cluster was created after this deploy",
            Rung = "workload",
            Needs = [SiteNeed.Workload],
            Facts = [MagnumFacts.Cluster, JujuFacts.Model, MagnumFacts.ClusterMade, MagnumFacts.Networks],
            Judgement = sheet =>
                sheet.Judge(
                    MagnumFacts.Cluster,
                    JujuFacts.Model,
                    (cluster, model, evidence) =>
                        Judge(
                            cluster,
                            DeployDate.Of(model, sheet.Reading(MagnumFacts.Networks)),
                            sheet.Reading(MagnumFacts.ClusterMade).ValueOrDefault,
                            evidence
                        )
                ),
        };

    public static Verdict Judge(MagnumCluster cluster, DateTimeOffset? deployed, bool made, Evidence evidence) =>
        deployed switch
        {
            null => Verdict.NotKnown($"no trace shows when the cloud was deployed", null, evidence),
            { } moment when cluster.Created < moment => Verdict.NotKnown(
                $"{cluster.Name} was made on {cluster.Created:yyyy-MM-dd HH:mm}, "
                    + $"before the first trace of this deploy ({moment:yyyy-MM-dd HH:mm}): it proves nothing about it",
                null,
                evidence
            ),
            _ => Verdict.Keep(
                $"{cluster.Name} was made on "
                    + $"{cluster.Created:yyyy-MM-dd HH:mm}{(made ? " by this run" : " (found, not made)")}",
                evidence
            ),
        };
}
