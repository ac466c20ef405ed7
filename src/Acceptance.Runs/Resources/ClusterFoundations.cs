using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Asking;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Resources;

/// <summary>
/// What a workload cluster stands on, for waits that do not end: the management VM, its cluster and controllers, the
/// credential that Magnum minted, and what Cluster API says of the cluster's objects.
/// </summary>
public sealed class ClusterFoundations(ICloud cloud, Scope tenant, Inquiry inquiry, ClusterKubeconfig kubeconfig)
{
    /// <summary>
    /// Nothing of Cluster API moves without the management VM, and nothing in OpenStack without the credential's
    /// roles.
    /// </summary>
    public ILookBelow OfCreate(MagnumCluster cluster) =>
        new Looks(
            [Server, () => Credential(cluster), () => Objects(cluster, overdue: false)],
            [.. Management(cluster), () => Credential(cluster), () => Objects(cluster, overdue: false)]
        );

    public ILookBelow OfDelete(MagnumCluster cluster) =>
        new Looks(
            [Server, () => Objects(cluster, overdue: false)],
            [.. Management(cluster), () => Stuck(cluster), () => Credential(cluster)]
        );

    /// <summary>
    /// A Service is the work of the cluster's own controller: it needs the credential, and the management cluster
    /// only for nodes that are new.
    /// </summary>
    public ILookBelow OfService(MagnumCluster cluster) =>
        new Looks([() => Credential(cluster)], [() => Credential(cluster), .. Management(cluster)]);

    private Func<Task<Verdict>>[] Management(MagnumCluster cluster) =>
        [
            () => WithTaints(cluster, inquiry.AskRung("mgmt-vm")),
            () => WithTaints(cluster, inquiry.AskRung("mgmt-k8s")),
            () => WithTaints(cluster, inquiry.AskRung("capi")),
        ];

    private Task<Verdict> Server() => inquiry.Ask(ManagementServerRuns.Check);

    private async Task<Verdict> Credential(MagnumCluster cluster) =>
        (await cloud.OpenStack.Identity.ApplicationCredentials(cluster.UserId)).Judge(
            (all, evidence) => TenantSetupStands.JudgeCredential(all, cluster, cloud.Site.Workload!, evidence)
        );

    private async Task<Verdict> Objects(MagnumCluster cluster, bool overdue)
    {
        // Magnum names the stack a moment after it has accepted the cluster: what was read at the create may lack it.
        var named = cluster.StackId is { Length: > 0 }
            ? cluster
            : (await cloud.OpenStack.ContainerInfra.Cluster(tenant, cluster.Uuid)).ValueOrDefault ?? cluster;
        var ns = $"magnum-{cluster.ProjectId}";
        return (await cloud.Management.List(CustomKind.OpenStackCluster, ns)).Judge(
            (all, evidence) => CapoIsNotRefused.Judge(all, named, ns, overdue, evidence)
        );
    }

    // A delete that hangs on a credential without its roles: both are told, the finalizer is what to act upon.
    private async Task<Verdict> Stuck(MagnumCluster cluster) =>
        await Objects(cluster, overdue: true) is Verdict.Broken stuck
            ? new Verdict.Broken([
                .. stuck.Findings,
                .. await Credential(cluster) is Verdict.Broken frozen ? frozen.Findings : [],
            ])
            : await Credential(cluster);

    // Nodes that joined while the management cluster was away keep their taint: the operator who sees pending addons
    // should know why.
    private async Task<Verdict> WithTaints(MagnumCluster cluster, Task<Verdict> below) =>
        await below is Verdict.Broken broken
            ? new Verdict.Broken([.. broken.Findings, .. await Tainted(cluster)])
            : await below;

    private async Task<IEnumerable<Finding>> Tainted(MagnumCluster cluster)
    {
        var now = await cloud.OpenStack.ContainerInfra.Cluster(tenant, cluster.Uuid);
        if (
            !kubeconfig.MayIssue
            || now is not Reading<MagnumCluster>.Seen { Value.ApiAddress.Length: > 0 } seen
            || await kubeconfig.Issue(seen.Value) is not Reading<string>.Seen text
            || cloud.Cluster(text.Value) is not Reading<IKubernetes>.Seen api
        )
            return [];
        return
            (await api.Value.Nodes()).Judge((nodes, evidence) => NodesAreReady.Judge(nodes, null, null, evidence))
                is Verdict.Broken broken
            ? broken.Findings.Where(finding => finding.Entry == UninitializedTaint.Id)
            : [];
    }

    private sealed class Looks(Func<Task<Verdict>>[] meanWhile, Func<Task<Verdict>>[] atTheEnd) : ILookBelow
    {
        public Task<Verdict.Broken?> MeanWhile() => First(meanWhile);

        public Task<Verdict.Broken?> AtTheEnd() => First(atTheEnd);

        private static async Task<Verdict.Broken?> First(Func<Task<Verdict>>[] looks)
        {
            foreach (var look in looks)
            {
                if (await look() is Verdict.Broken broken)
                    return broken;
            }

            return null;
        }
    }
}
