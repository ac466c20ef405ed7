using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Sentences;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Recovery;
using Acceptance.Decisions.Verdicts;
using Acceptance.Decisions.Waits;
using Acceptance.Runs.Asking;
using Acceptance.Runs.Climbing;
using Acceptance.Runs.Journals;
using Acceptance.Runs.Locks;
using Acceptance.Runs.Resources;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs;

/// <summary>
/// What an opened run consists of: put together here, each part of what it uses and of nothing half built.
/// </summary>
public sealed class RunParts
{
    private readonly Deeds _deeds;
    private readonly ClusterFoundations _foundations;

    /// <param name="folder">Journal and lock of this cloud.</param>
    /// <param name="taken">The lock here; null for a run that changes nothing.</param>
    public RunParts(
        string runId,
        ICloud cloud,
        Permit permit,
        string folder,
        CloudLock? taken,
        TimeProvider wall,
        Action<Sentence> say
    )
    {
        (Cloud, Permit, StateFolder) = (cloud, permit, folder);
        (Started, Tenant) = (cloud.Clock.Now, Site.TenantScope());
        Facts = new(cloud);
        Gatekeeper = new(new ForgetfulClock(cloud.Clock, Facts), Site, wall, say);
        Inquiry = new(Facts, Gatekeeper, Mutes);
        Journal = new(folder, runId, cloud.Clock, Facts.Forget);
        var magnum = OpenStack.ContainerInfra;
        var kubeconfig = new ClusterKubeconfig(magnum, Tenant, permit, Journal, Facts);
        _foundations = new(cloud, Tenant, Inquiry, kubeconfig);
        var removal = new ClusterRemoval(magnum, Tenant, Journal, Gatekeeper, _foundations.OfDelete);
        Hold = new(runId, Site.Workload, OpenStack.Identity, cloud.Clock, taken, Sweeping(removal, say));
        _deeds = new(permit, Hold, Journal);
        Image = new(Site.Workload?.Image, OpenStack.Images, cloud.Images, _deeds, Gatekeeper, Facts);
        Template = new(Site.Workload, OpenStack, Tenant, Image, Inquiry, _deeds);
        Cluster = new(magnum, Tenant, Ordering(), _foundations, removal, kubeconfig, Gatekeeper, Facts);
        Ladder = new(Inquiry.AskRung, () => Cluster.Completed, cloud.Clock);
    }

    public ICloud Cloud { get; }

    public Site Site => Cloud.Site;

    public Permit Permit { get; }

    public DateTimeOffset Started { get; }

    /// <summary>The tenant project's scope.</summary>
    public Scope Tenant { get; }

    /// <summary>Journal and lock of this cloud.</summary>
    public string StateFolder { get; }

    public Gatekeeper Gatekeeper { get; }

    public Journal Journal { get; }

    public CloudHold Hold { get; }

    /// <summary>
    /// What was read, each fact once, until a deed of the run or time that it let pass may have changed it.
    /// </summary>
    public FactBook Facts { get; }

    /// <summary>The site's waivers of known issues.</summary>
    public MuteBook Mutes => field ??= new(Site.Waivers, () => Cloud.Clock.Now);

    /// <summary>Asks checks on these facts.</summary>
    public Inquiry Inquiry { get; }

    public LadderClimb Ladder { get; }

    public Balancers Balancers => new(OpenStack, Tenant);

    public KubeImage Image { get; }

    public KubeTemplate Template { get; }

    public TrustTrial Trust => field ??= new(OpenStack.Identity, Tenant, _deeds, Facts, Cloud.Clock);

    public SecretTrial Secret => field ??= new(OpenStack.Secrets, _deeds, Facts, Cloud.Clock);

    public EgressTrial Egress => field ??= new(Cloud.Management, Site, _deeds, Gatekeeper, Facts);

    public WorkloadCluster Cluster { get; }

    public ClusterHealth Health => new(Cluster, Gatekeeper);

    private IOpenStack OpenStack => Cloud.OpenStack;

    /// <summary>The site of a run that needs the workload; carries up that the site has none.</summary>
    public SiteWorkload Workload =>
        Site.Workload ?? throw new VerdictException(new Verdict.NotAsked($"the site has no workload section"));

    /// <summary>A Service of one scenario's own.</summary>
    public ThrowawayService NewService() =>
        new(Workload.RoundRobin, Cluster, _foundations, Balancers, Inquiry, _deeds, Gatekeeper, Cloud.Http, Facts);

    /// <summary>One failover of the cluster's API load balancer.</summary>
    public ApiFailover NewFailover() =>
        new(
            Cluster,
            Balancers,
            OpenStack.LoadBalancing,
            Inquiry,
            Budgets.Of(Site, "failover blip").Limit,
            _deeds,
            Gatekeeper,
            Cloud.Http,
            Cloud.Clock,
            Facts
        );

    /// <summary>What came of the workload cluster, to be looked for after its removal.</summary>
    public Task<ClusterTrace> Trace() => ClusterTrace.Take(Cluster, OpenStack, Tenant, Balancers, Facts);

    public KubeconfigFile KubeconfigFile() => new(StateFolder, Workload.Cluster, Cloud.Cluster, Facts);

    private Sweeper Sweeping(ClusterRemoval removal, Action<Sentence> say) =>
        new(Journal, Site.Workload, OpenStack, Tenant, Cloud.Cluster, Cloud.Management, removal, Gatekeeper, say);

    private ClusterOrder Ordering() =>
        new(Site.Workload, OpenStack, Tenant, Image, Template, Trust, Secret, Inquiry, _deeds);
}
