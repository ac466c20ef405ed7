using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.Clusters;
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
        await parts.Gatekeeper.Until<bool>("health", "Magnum says how the cluster is", parts.Site.Workload!.Cluster, async () =>
        {
            last = await parts.Cluster.Now();
            return last.OrStop().Health is null or ""
                ? new Observation<bool>.NotYet("no health_status yet")
                : new Observation<bool>.Reached(true);
        });
        return last!.Judge(TheClusterIsComplete.JudgeHealth);
    }
}
