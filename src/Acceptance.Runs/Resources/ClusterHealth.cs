using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs.Readings;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Resources;

/// <summary>Magnum polls health once a minute: a cluster that has just completed has none yet.</summary>
public sealed class ClusterHealth(
    Site site,
    WorkloadCluster workload,
    ClusterFoundations foundations,
    FactsOnce facts,
    Gatekeeper gatekeeper
)
{
    public async Task<Verdict> Judge()
    {
        Reading<MagnumCluster>? last = null;
        await gatekeeper.Until<bool>(
            "health",
            "Magnum says how the cluster is",
            site.Workload!.Cluster,
            async () =>
            {
                last = await workload.Now();
                return last.OrStop().Health is null or ""
                    ? new Observation<bool>.NotYet("no health_status yet")
                    : new Observation<bool>.Reached(true);
            }
        );
        var conductors =
            (await facts.Model())
                .ValueOrDefault?.Units.Where(unit => unit.Application == Of(Roles.Magnum))
                .Select(unit => unit.Name)
                .ToArray()
            ?? [];
        var health = last!.Judge(
            (cluster, evidence) =>
                TheClusterIsComplete.JudgeHealth(
                    cluster,
                    site.Management?.Server ?? "the management VM",
                    conductors.Length == 0 ? Of(Roles.Magnum) : string.Join(", ", conductors),
                    evidence
                )
        );
        return health is Verdict.Broken said ? await Explained(said, last!.OrStop()) : health;
    }

    // Health is hearsay: when something below is seen to be broken, that is what to act upon.
    private async Task<Verdict> Explained(Verdict.Broken said, MagnumCluster cluster) =>
        await foundations.OfHealth(cluster).AtTheEnd() is { } cause ? cause.And($"so {said.Sentence}") : said;

    private string Of(string role) => site.Juju is { } juju ? Roles.Of(juju, role) : role;
}
