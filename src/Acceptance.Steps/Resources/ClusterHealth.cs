using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Steps.Runs;

namespace Acceptance.Steps.Resources;

/// <summary>Magnum polls health once a minute: a cluster that has just completed has none yet.</summary>
public sealed class ClusterHealth(RunParts parts)
{
    public async Task<Verdict> Judge()
    {
        Reading<MagnumCluster>? last = null;
        await parts.Gatekeeper.Until<bool>(
            "health",
            "Magnum says how the cluster is",
            parts.Site.Workload!.Cluster,
            async () =>
            {
                last = await parts.Cluster.Now();
                return last.OrStop().Health.Unsaid
                    ? new Observation<bool>.NotYet("no health_status yet")
                    : new Observation<bool>.Reached(true);
            }
        );
        var conductors =
            (await parts.Facts.Model())
                .ValueOrDefault?.Units.Where(unit => unit.Application == Of(Roles.Magnum))
                .Select(unit => unit.Name)
                .ToArray()
            ?? [];
        var health = last!.Judge(
            (cluster, evidence) =>
                TheClusterIsComplete.JudgeHealth(
                    cluster,
                    parts.Site.Management?.Server ?? "the management VM",
                    conductors.Length == 0 ? Of(Roles.Magnum) : string.Join(", ", conductors),
                    evidence
                )
        );
        return health is Verdict.Broken said ? await Explained(said, last!.OrStop()) : health;
    }

    // Health is hearsay: when something below is seen to be broken, that is what to act upon.
    private async Task<Verdict> Explained(Verdict.Broken said, MagnumCluster cluster) =>
        await new BelowTheCluster(parts, cluster).OfHealth.AtTheEnd() is { } cause
            ? cause.And($"so {said.Sentence}")
            : said;

    private string Of(string role) => parts.Site.Juju is { } juju ? Roles.Of(juju, role) : role;
}
