using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Waits;
using Acceptance.Runs.Journals;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Resources;

/// <summary>Deletes a workload cluster, and waits until Magnum no longer knows it.</summary>
/// <param name="below">What the delete stands on.</param>
public sealed class ClusterRemoval(
    IContainerInfra magnum,
    Scope tenant,
    Journal journal,
    Gatekeeper gatekeeper,
    Func<MagnumCluster, ILookBelow?> below
)
{
    /// <param name="deed">What the journal calls it: "delete", "sweep".</param>
    public async Task Remove(string deed, MagnumCluster cluster)
    {
        var deleted = await journal.Do(
            deed,
            "cluster",
            cluster.Name,
            cluster.Uuid,
            () => magnum.DeleteCluster(tenant, cluster.Uuid)
        );
        deleted.OrBreak(cluster.Name, StuckDelete.Id);
        await gatekeeper.Until(
            "cluster delete",
            $"the cluster {cluster.Name} is gone",
            cluster.Name,
            async () => Look(await magnum.Cluster(tenant, cluster.Uuid)),
            below(cluster)
        );
        journal.Removed("cluster", cluster.Name);
    }

    private static Observation<bool> Look(Reading<MagnumCluster> reading) =>
        reading switch
        {
            Reading<MagnumCluster>.Unread { Why: Unreadable.NotFound } => new Observation<bool>.Reached(true),
            Reading<MagnumCluster>.Seen { Value: { } cluster } failed
                when cluster.Status.Is(ClusterStatus.DeleteFailed) => new Observation<bool>.Never(
                $"DELETE_FAILED: {cluster.Reason}",
                StuckDelete.Id,
                failed.Evidence
            ),
            var seen => new Observation<bool>.NotYet($"{seen.OrStop().Status.ToString()}", seen.Evidence),
        };
}
