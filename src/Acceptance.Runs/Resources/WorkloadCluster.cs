using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Kubernetes;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.OpenStack;
using Acceptance.Decisions.Permits;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs.Journals;

namespace Acceptance.Runs.Resources;

/// <summary>
/// The workload cluster of the run: found (then it is the operator's, and never removed) or made (then it is ours, marked and journalled).
/// </summary>
public sealed class WorkloadCluster
{
    private readonly AcceptanceRun _run;
    private readonly RunParts _parts;
    private readonly SharedOnce<MagnumCluster> _accepted;
    private readonly SharedOnce<MagnumCluster> _complete;
    private readonly SharedOnce<IKubernetes> _api;
    private bool _removalTried;

    public WorkloadCluster(AcceptanceRun run, RunParts parts)
    {
        (_run, _parts) = (run, parts);
        _accepted = new("the workload cluster", Obtain);
        _complete = new("the workload cluster", Wait);
        _api = new("the workload cluster", Connect);
    }

    /// <summary>Whether this run made it; null before it was asked for.</summary>
    public bool? Made
    {
        get;
        private set
        {
            field = value;
            _parts.Facts.Put(MagnumFacts.ClusterMade, new Reading<bool>.Seen(value == true, Evidence.None));
        }
    }

    /// <summary>Whether it was seen complete in this run.</summary>
    public bool Completed { get; private set; }

    /// <summary>Its kubeconfig, once fetched.</summary>
    public string? Kubeconfig { get; private set; }

    private SiteWorkload Site =>
        _parts.Site.Workload ?? throw new VerdictException(new Verdict.NotAsked("the site has no workload section"));

    private IContainerInfra Magnum => _parts.Cloud.OpenStack.ContainerInfra;

    /// <summary>Found, or accepted by Magnum.</summary>
    public Task<MagnumCluster> Accepted() => _accepted.Get();

    /// <summary>CREATE_COMPLETE.</summary>
    public Task<MagnumCluster> Complete() => _complete.Get();

    public Task<IKubernetes> Api() => _api.Get();

    public async Task<Reading<MagnumCluster>> Now()
    {
        var now = await Magnum.Cluster(_parts.Tenant, (await Accepted()).Uuid);
        _parts.Facts.Put(MagnumFacts.Cluster, now);
        return now;
    }

    /// <summary>Removes the cluster that this run made and waits until Magnum no longer knows it.</summary>
    public async Task Remove()
    {
        var cluster = await Accepted();
        _removalTried = true;
        (
            await _parts.Journal.Do(
                "delete",
                "cluster",
                cluster.Name,
                cluster.Uuid,
                () => Magnum.DeleteCluster(_parts.Tenant, cluster.Uuid)
            )
        ).OrBreak(cluster.Name, StuckDelete.Id);
        await UntilGone(_parts, cluster);
        _parts.Journal.Removed("cluster", cluster.Name);
        Made = false;
    }

    public async Task RemoveIfMade()
    {
        if (Made != true)
            return;
        if (_removalTried)
            _run.Say(
                $"the cluster {Site.Cluster} that this run made is still there: its removal failed, and the next run tries again"
            );
        else
            await Remove();
    }

    internal static Task<bool> UntilGone(RunParts parts, MagnumCluster cluster) =>
        parts.Gatekeeper.Until<bool>(
            "cluster delete",
            $"the cluster {cluster.Name} is gone",
            cluster.Name,
            async () =>
                await parts.Cloud.OpenStack.ContainerInfra.Cluster(parts.Tenant, cluster.Uuid) switch
                {
                    Reading<MagnumCluster>.Unread { Why: Unreadable.NotFound } => new Observation<bool>.Reached(true),
                    Reading<MagnumCluster>.Seen { Value.Status.Known: ClusterStatus.DeleteFailed } failed =>
                        new Observation<bool>.Never(
                            $"{failed.Value.Status}: {failed.Value.StatusReason}",
                            StuckDelete.Id,
                            failed.Evidence
                        ),
                    var seen => new Observation<bool>.NotYet(seen.OrStop().Status.Word, seen.Evidence),
                },
            new BelowTheCluster(parts, cluster).OfDelete
        );

    private async Task<MagnumCluster> Obtain()
    {
        var listed = (await Magnum.Clusters(_parts.Tenant)).OrStop();
        if (
            _parts.Permit >= Permit.Mutate
            && listed.Any(one => one.Name == Site.Cluster && one.Labels.ContainsKey(Marks.Run))
        )
        {
            // It bears a run's mark: perhaps a dead run of ours left it. Holding the cloud sweeps it if the journal agrees.
            await _run.Hold();
            listed = (await Magnum.Clusters(_parts.Tenant)).OrStop();
        }

        var named = listed.Where(one => one.Name == Site.Cluster).ToArray();
        if (named.Length > 1)
            throw new VerdictException(
                Verdict.NotKnown(
                    $"{named.Length} clusters are called {Site.Cluster}: {string.Join(", ", named.Select(one => one.Uuid))}"
                )
            );
        if (named.Length == 1)
        {
            Made = false;
            return (await Magnum.Cluster(_parts.Tenant, named[0].Uuid)).OrStop();
        }

        Needing.Permit(_parts, Permit.Mutate, $"creating the cluster {Site.Cluster}");
        await _run.Hold();
        var template = await Prerequisites();
        var request = new ClusterRequest(
            Site.Cluster,
            template.Uuid,
            Site.Keypair,
            Site.Masters,
            Site.Workers,
            Marks.Of(_run.Id)
        );
        var uuid = (
            await _parts.Journal.Do(
                "create",
                "cluster",
                Site.Cluster,
                null,
                () => Magnum.CreateCluster(_parts.Tenant, request),
                made => made
            )
        ).OrBreak(Site.Cluster, null);
        Made = true;
        return (await Magnum.Cluster(_parts.Tenant, uuid)).OrStop();
    }

    // A create on a wrong image or template fails late and leaves much behind: it is not begun.
    private async Task<ClusterTemplate> Prerequisites()
    {
        await _parts.Image.Ensure();
        Needing.Passing(await _parts.Inquiry.Ask(TheImageCarriesItsVersion.Check));
        await _parts.Template.Ensure();
        Needing.Passing(await _parts.Inquiry.Ask(TheTemplateIsAsWritten.Check));
        return (await _parts.Template.Ensure()).OrStop();
    }

    private async Task<MagnumCluster> Wait()
    {
        var cluster = await Accepted();
        var complete = await _parts.Gatekeeper.Until(
            "cluster create",
            $"the cluster {cluster.Name} completes",
            cluster.Name,
            async () =>
            {
                var now = await Magnum.Cluster(_parts.Tenant, cluster.Uuid);
                return TheClusterIsComplete.Look(now.OrStop(), now.Evidence);
            },
            new BelowTheCluster(_parts, cluster).OfCreate
        );
        Completed = true;
        return complete;
    }

    /// <summary>By Magnum, which issues a certificate; under observe from the secret that Cluster API keeps.</summary>
    private async Task<IKubernetes> Connect()
    {
        var cluster = await Complete();
        if (_parts.Permit >= Permit.Mutate)
            _parts.Facts.Put(WorkloadFacts.Kubeconfig, await Issue(cluster));
        Kubeconfig = (await _parts.Facts.Read(WorkloadFacts.Kubeconfig)).OrStop();
        return (await _parts.Facts.Read(WorkloadFacts.Api)).OrStop();
    }

    private async Task<Reading<string>> Issue(MagnumCluster cluster)
    {
        var issued = await _parts.Journal.Do(
            "issue",
            "kubeconfig",
            cluster.Name,
            cluster.Uuid,
            () => Magnum.Kubeconfig(_parts.Tenant, cluster)
        );
        issued.OrBreak(cluster.Name, null);
        return issued;
    }
}
