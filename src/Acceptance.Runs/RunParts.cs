using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Sites;
using Acceptance.Decisions.Permits;
using Acceptance.Runs.Asking;
using Acceptance.Runs.Climbing;
using Acceptance.Runs.Journals;
using Acceptance.Runs.Locks;
using Acceptance.Runs.Resources;
using Acceptance.Runs.Waits;

namespace Acceptance.Runs;

/// <summary>What an opened run consists of.</summary>
public sealed class RunParts
{
    public RunParts(AcceptanceRun run, ICloud cloud, Permit permit)
    {
        Cloud = cloud;
        Permit = permit;
        Started = cloud.Clock.Now;
        Facts = new FactBook(cloud);
        Inquiry = new Inquiry(Facts);
        Gatekeeper = new Gatekeeper(new ForgetfulClock(cloud.Clock, Facts), cloud.Site, run.Wall, run.Say);
        StateFolder = Path.Combine(run.Settings.State, CloudName.Of(cloud.Site));
        Journal = new Journal(StateFolder, run.Id, cloud.Clock, Facts.Forget);
        Ladder = new LadderClimb(this);
        Image = new KubeImage(run, this);
        Template = new KubeTemplate(run, this);
        Cluster = new WorkloadCluster(run, this);
    }

    public ICloud Cloud { get; }

    public Site Site => Cloud.Site;

    public Permit Permit { get; }

    public DateTimeOffset Started { get; }

    public Gatekeeper Gatekeeper { get; }

    /// <summary>Journal and lock of this cloud.</summary>
    public string StateFolder { get; }

    public Journal Journal { get; }

    /// <summary>What was read, each fact once, until a deed of the run or time that it let pass may have changed it.</summary>
    public FactBook Facts { get; }

    /// <summary>Asks checks on these facts.</summary>
    public Inquiry Inquiry { get; }

    public LadderClimb Ladder { get; }

    public KubeImage Image { get; }

    public KubeTemplate Template { get; }

    public WorkloadCluster Cluster { get; }

    /// <summary>The tenant project's scope.</summary>
    public Scope Tenant => Site.TenantScope();
}
