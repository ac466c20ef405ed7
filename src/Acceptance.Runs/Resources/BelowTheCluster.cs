using Acceptance.Cloud;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Permits;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Resources;

/// <summary>
/// What a workload cluster stands on, for waits that do not end: the management VM, its cluster and controllers, the credential that Magnum
/// minted, and what Cluster API says of the cluster's objects.
/// </summary>
internal sealed class BelowTheCluster(RunParts parts, MagnumCluster cluster)
{
    /// <summary>Nothing of Cluster API moves without the management VM, and nothing in OpenStack without the credential's roles.</summary>
    public ILookBelow OfCreate =>
        new Looks(
            [Server, Credential, () => Objects(overdue: false)],
            [.. Management, Credential, () => Objects(overdue: false)]
        );

    public ILookBelow OfDelete =>
        new Looks([Server, () => Objects(overdue: false)], [.. Management, Stuck, Credential]);

    /// <summary>A Service is the work of the cluster's own controller: it needs the credential, and the management cluster only for nodes that are new.</summary>
    public ILookBelow OfService => new Looks([Credential], [Credential, .. Management]);

    private Func<Task<Verdict>>[] Management =>
        [
            () => WithTaints(parts.Inquiry.AskRung("mgmt-vm")),
            () => WithTaints(parts.Inquiry.AskRung("mgmt-k8s")),
            () => WithTaints(parts.Inquiry.AskRung("capi")),
        ];

    private Task<Verdict> Server() => parts.Inquiry.Ask(TheManagementServerRuns.Check);

    private async Task<Verdict> Credential() =>
        (await parts.Cloud.OpenStack.Identity.ApplicationCredentials(cluster.UserId)).Judge(
            (all, evidence) => TenantSetupStands.JudgeCredential(all, cluster, parts.Site.Workload!, evidence)
        );

    private async Task<Verdict> Objects(bool overdue)
    {
        // Magnum names the stack a moment after it has accepted the cluster: what was read at the create may lack it.
        var named = cluster.StackId is { Length: > 0 }
            ? cluster
            : (await parts.Cloud.OpenStack.ContainerInfra.Cluster(parts.Tenant, cluster.Uuid)).ValueOrDefault
                ?? cluster;
        var ns = $"magnum-{cluster.ProjectId}";
        return (await parts.Cloud.Management.List(CustomKind.OpenStackCluster, ns)).Judge(
            (all, evidence) => CapoIsNotRefused.Judge(all, named, ns, overdue, evidence)
        );
    }

    // A delete that hangs on a credential without its roles: both are told, the finalizer is what to act upon.
    private async Task<Verdict> Stuck() =>
        await Objects(overdue: true) is Verdict.Broken stuck
            ? new Verdict.Broken([
                .. stuck.Findings,
                .. await Credential() is Verdict.Broken frozen ? frozen.Findings : [],
            ])
            : await Credential();

    // Nodes that joined while the management cluster was away keep their taint: the operator who sees pending addons should know why.
    private async Task<Verdict> WithTaints(Task<Verdict> management) =>
        await management is Verdict.Broken broken
            ? new Verdict.Broken([.. broken.Findings, .. await Tainted()])
            : await management;

    private async Task<IEnumerable<Finding>> Tainted()
    {
        var now = await parts.Cloud.OpenStack.ContainerInfra.Cluster(parts.Tenant, cluster.Uuid);
        if (
            parts.Permit < Permit.Mutate
            || now is not Reading<MagnumCluster>.Seen { Value.ApiAddress.Length: > 0 } seen
        )
            return [];
        var kubeconfig = await parts.Journal.Do(
            "issue",
            "kubeconfig",
            cluster.Name,
            cluster.Uuid,
            () => parts.Cloud.OpenStack.ContainerInfra.Kubeconfig(parts.Tenant, seen.Value)
        );
        if (
            kubeconfig is not Reading<string>.Seen text
            || parts.Cloud.Cluster(text.Value) is not Reading<IKubernetes>.Seen api
        )
            return [];
        return
            (await api.Value.Nodes()).Judge((nodes, evidence) => NodesAreReady.Judge(nodes, null, null, evidence))
                is Verdict.Broken broken
            ? broken.Findings.Where(finding => finding.Entry == NodesAreReady.Entry)
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
