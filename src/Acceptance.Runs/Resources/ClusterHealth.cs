using Acceptance.Decisions.Waits;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Resources;

/// <summary>Magnum polls health once a minute: a cluster that has just completed has none yet.</summary>
public sealed class ClusterHealth(WorkloadCluster workload, Gatekeeper gatekeeper)
{
    public async Task UntilSaid()
    {
        var cluster = await workload.Complete();
        await gatekeeper.Until<bool>(
            "health",
            "Magnum says how the cluster is",
            cluster.Name,
            async () =>
                (await workload.Now()).OrStop().Health.Unsaid
                    ? new Observation<bool>.NotYet($"no health_status yet")
                    : new Observation<bool>.Reached(true)
        );
    }
}
