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
                $"the cluster {cluster.Name} was made on {Moment.At(cluster.Created)}, before the first trace of "
                    + $"this deploy ({Moment.At(moment)}): it proves nothing about this deploy; "
                    + $"have a run make its own",
                null,
                evidence
            ),
            { } moment => Verdict.Keep(
                $"the cluster {cluster.Name} was made on {Moment.At(cluster.Created)}"
                    + $"{(made ? " by this run" : Found(moment))}",
                evidence
            ),
        };

    private static string Found(DateTimeOffset deployed) =>
        $", after the first trace of this deploy ({Moment.At(deployed)}); this run found it, and did not make it";
}
