using Acceptance.Decisions.Waits;

namespace Acceptance.Runs.Resources;

/// <summary>Magnum polls health once a minute: a cluster that has just completed has none yet.</summary>
public sealed class ClusterHealth(RunParts parts)
{
    public async Task Known()
    {
        await parts.Cluster.Complete();
        await parts.Gatekeeper.Until<bool>(
            "health",
            "Magnum says how the cluster is",
            parts.Site.Workload!.Cluster,
            async () =>
                (await parts.Cluster.Now()).OrStop().Health.Unsaid
                    ? new Observation<bool>.NotYet("no health_status yet")
                    : new Observation<bool>.Reached(true)
        );
    }
}
