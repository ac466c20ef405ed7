using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs.Resources;

/// <summary>
/// The workload cluster of the run: found (then it is the operator's, and never removed) or made (then it is ours,
/// marked and journalled).
/// </summary>
public sealed class WorkloadCluster
{
    private const string Name = "the workload cluster";
    private readonly IContainerInfra _magnum;
    private readonly Scope _tenant;
    private readonly ClusterRemoval _removal;
    private readonly FactBook _facts;
    private readonly SharedOnce<MagnumCluster> _accepted;
    private readonly SharedOnce<MagnumCluster> _complete;
    private readonly SharedOnce<IKubernetes> _api;
    private bool _removalTried;

    public WorkloadCluster(
        IContainerInfra magnum,
        Scope tenant,
        ClusterOrder order,
        ClusterFoundations foundations,
        ClusterRemoval removal,
        ClusterKubeconfig kubeconfig,
        Gatekeeper gatekeeper,
        FactBook facts
    )
    {
        (_magnum, _tenant, _removal, _facts) = (magnum, tenant, removal, facts);
        _accepted = new(Name, () => Obtain(order));
        _complete = new(Name, () => Wait(gatekeeper, foundations));
        _api = new(Name, () => Connect(kubeconfig));
    }

    /// <summary>Whether this run made it; null before it was asked for.</summary>
    public bool? Made
    {
        get;
        private set
        {
            field = value;
            _facts.Put(MagnumFacts.ClusterMade, new Reading<bool>.Seen(value == true, Evidence.None));
        }
    }

    /// <summary>Whether it was seen complete in this run.</summary>
    public bool Completed { get; private set; }

    /// <summary>Its kubeconfig, once fetched.</summary>
    public string? Kubeconfig { get; private set; }

    /// <summary>Found, or accepted by Magnum.</summary>
    public Task<MagnumCluster> Accepted() => _accepted.Get();

    /// <summary>CREATE_COMPLETE.</summary>
    public Task<MagnumCluster> Complete() => _complete.Get();

    public Task<IKubernetes> Api() => _api.Get();

    /// <summary>What Magnum says of it now; put in, so that checks judge it too.</summary>
    public async Task<Reading<MagnumCluster>> Now()
    {
        var now = await _magnum.Cluster(_tenant, (await Accepted()).Uuid);
        _facts.Put(MagnumFacts.Cluster, now);
        return now;
    }

    /// <summary>Removes the cluster that this run made and waits until Magnum no longer knows it.</summary>
    public async Task Remove()
    {
        var cluster = await Accepted();
        _removalTried = true;
        await _removal.Remove("delete", cluster);
        Made = false;
    }

    /// <summary>
    /// What must be said of a cluster that was made and could not be removed; null when none is left.
    /// </summary>
    public async Task<string?> RemoveIfMade()
    {
        if (Made != true)
            return null;
        if (_removalTried)
            return $"the cluster {(await Accepted()).Name} that this run made is still there: "
                + "its removal failed, and the next run tries again";
        await Remove();
        return null;
    }

    private async Task<MagnumCluster> Obtain(ClusterOrder order)
    {
        var (uuid, made) = await order.Obtain();
        Made = made;
        return (await _magnum.Cluster(_tenant, uuid)).OrStop();
    }

    private async Task<MagnumCluster> Wait(Gatekeeper gatekeeper, ClusterFoundations foundations)
    {
        var cluster = await Accepted();
        var complete = await gatekeeper.Until(
            "cluster create",
            $"the cluster {cluster.Name} completes",
            cluster.Name,
            async () =>
            {
                var now = await _magnum.Cluster(_tenant, cluster.Uuid);
                return ClusterIsComplete.Look(now.OrStop(), now.Evidence);
            },
            foundations.OfCreate(cluster)
        );
        Completed = true;
        return complete;
    }

    private async Task<IKubernetes> Connect(ClusterKubeconfig kubeconfig)
    {
        var text = await kubeconfig.Fetch(await Complete());
        var api = (await _facts.Read(WorkloadFacts.Api)).OrStop();
        // One that cannot be opened is given to nobody to write: kubectl would run what it names.
        Kubeconfig = text;
        return api;
    }
}
