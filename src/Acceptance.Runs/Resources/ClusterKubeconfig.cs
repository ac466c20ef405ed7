using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Permits;
using Acceptance.Runs.Journals;

namespace Acceptance.Runs.Resources;

/// <summary>
/// A workload cluster's kubeconfig: by Magnum, which issues a certificate; under observe from the secret that Cluster
/// API keeps.
/// </summary>
public sealed class ClusterKubeconfig(
    IContainerInfra magnum,
    Scope tenant,
    Permit permit,
    Journal journal,
    FactBook facts
)
{
    public bool MayIssue => permit >= Permit.Mutate;

    public Task<Reading<string>> Issue(MagnumCluster cluster) =>
        journal.Do("issue", "kubeconfig", cluster.Name, cluster.Uuid, () => magnum.Kubeconfig(tenant, cluster));

    /// <summary>The way in: what Magnum issued is put in; else the fact itself reads the secret.</summary>
    public async Task<string> Fetch(MagnumCluster cluster)
    {
        if (MayIssue)
        {
            var issued = await Issue(cluster);
            issued.OrBreak(cluster.Name, null);
            facts.Put(WorkloadFacts.Kubeconfig, issued);
        }

        return (await facts.Read(WorkloadFacts.Kubeconfig)).OrStop();
    }
}
