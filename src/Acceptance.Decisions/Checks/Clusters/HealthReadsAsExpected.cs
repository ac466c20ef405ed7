using System.Text.RegularExpressions;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Juju;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.Hosts;
using Acceptance.Decisions.Verdicts;

namespace Acceptance.Decisions.Checks.Clusters;

/// <summary>
/// Magnum's word of the workload cluster, as ops-capi-recovery's expectations table reads it in operations: HEALTHY,
/// or the one cosmetic reason that driver 1.3.0 always gives (D-042). It is no acceptance: that asks for HEALTHY.
/// </summary>
public static partial class HealthReadsAsExpected
{
    /// <summary>The driver of which the cosmetic reason is known good.</summary>
    private const string Cosmetic = "1.3.0";

    public static Check Check { get; } =
        ClusterIsComplete.Health with
        {
            Id = "health-reads-as-expected",
            Promise = "Magnum's word of the workload cluster is one that the expectations table allows",
            Rung = "magnum",
            Needs = [SiteNeed.Workload, SiteNeed.Management, SiteNeed.Juju],
            Facts = [MagnumFacts.Cluster, UnitFacts.Conductors, JujuFacts.Model],
            Judgement = sheet =>
                sheet.Judge(
                    MagnumFacts.Cluster,
                    (cluster, evidence) =>
                        ClusterIsComplete.IsCosmetic(cluster)
                            ? sheet.Judge(
                                UnitFacts.Conductors,
                                (conductors, read) =>
                                    JudgeCosmetic(cluster, conductors, Evidence.Joined(evidence, read))
                            )
                            : ClusterIsComplete.Health.Judgement(sheet)
                ),
        };

    /// <param name="cluster">Unhealthy for the cosmetic reason and no other.</param>
    /// <param name="conductors">What the units said of the installed driver.</param>
    public static Verdict JudgeCosmetic(MagnumCluster cluster, UnitAnswers conductors, Evidence evidence)
    {
        (string Unit, string Version)[] drivers =
        [
            .. conductors.Heard.Select(answer => (answer.Unit, Version().Match(answer.Stdout).Groups[1].Value)),
        ];
        Finding[] findings =
        [
            .. drivers
                .Where(one => one.Version is not ("" or Cosmetic))
                .Select(one => new Finding(
                    $"{cluster.Name} is {cluster.Health} for the infrastructure alone, which is cosmetic with driver "
                        + $"{Cosmetic} and with no other: {one.Unit} has {one.Version}",
                    one.Unit,
                    D042.Id,
                    evidence
                )),
        ];
        if (findings.Length == 0 && drivers.Any(one => one.Version.Length == 0))
            return Verdict.NotKnown($"which driver the conductors have could not be read", null, evidence);
        return conductors.Conclude(
            findings,
            () =>
                $"{cluster.Name} is {cluster.Health} for the infrastructure alone: with driver {Cosmetic} that is "
                + $"cosmetic, known good in operations and no acceptance (D-042)",
            evidence
        );
    }

    [GeneratedRegex(@"^Version:\s*(\S+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
