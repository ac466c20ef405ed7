using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin.Faults;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Cloud.Twin.World.Magnum;

namespace Acceptance.Worlds;

/// <summary>
/// A world that a test breaks and ages: what its cloud's tenants and operators do to it outside a run. How it is read
/// is its kind's.
/// </summary>
public abstract class DrawnWorld
{
    /// <summary>Longer than a cluster takes where nothing is in the way.</summary>
    private static readonly TimeSpan Made = TimeSpan.FromMinutes(25);

    private readonly FaultRegistry _faults;

    private protected DrawnWorld(TwinWorld world, FaultRegistry faults) => (World, _faults) = (world, faults);

    internal TwinWorld World { get; }

    public abstract Site Site { get; }

    /// <summary>The ports of the world, for whoever climbs or waits.</summary>
    public abstract ICloud Cloud { get; }

    /// <summary>The facts of the world as it is now; each is read when it is asked for.</summary>
    public FactBook Facts() => new(Cloud);

    /// <summary>The untidinesses that were drawn.</summary>
    public IReadOnlyList<string> Untidy => World.Plan.Untidy;

    /// <summary>The ids of all that can be broken in it.</summary>
    public IReadOnlyList<string> Faults => [.. _faults.Known.Select(fault => fault.Id)];

    /// <summary>The victim; null while the fault waits for one.</summary>
    public string? Break(string fault) => _faults.Inject(fault).Victim;

    public void Heal(string fault) => _faults.Heal(fault);

    public void Advance(TimeSpan span) => World.Clock.Advance(span);

    /// <summary>What phase-08 lays out in a rebuilt cloud before a cluster: the kube image and the template.</summary>
    public void MakeImageAndTemplate()
    {
        lock (World.Gate)
        {
            World.Images.Seed(
                World.Plan.Image,
                Tenant,
                "raw",
                "public",
                DiskImage.ToRaw(World.ImageCdn.Image),
                ("os_distro", "ubuntu"),
                ("kube_version", World.Plan.KubeVersion)
            );
            World.Magnum.MakeTemplate(World.Identity.Admin, Tenant);
            World.SomethingAppeared();
        }
    }

    /// <summary>
    /// The workload cluster of that template, and the time that it takes; whether it comes to stand is the world's to
    /// say.
    /// </summary>
    public void MakeCluster()
    {
        lock (World.Gate)
        {
            var template = World.Magnum.Templates.All.Find(one =>
                one.Name == World.Plan.Template && one.ProjectId == Tenant.Id
            )!;
            var wanted = new ClusterRequest(World.Plan.Cluster, template)
            {
                Keypair = World.Plan.Keypair,
                NodeCount = 2,
            };
            World.Magnum.Create(wanted, World.Identity.Admin, Tenant);
        }

        Advance(Made);
    }

    /// <summary>A tenant deletes the workload cluster; it goes with the time that passes.</summary>
    public void DeleteWorkload()
    {
        lock (World.Gate)
            World.Magnum.Delete(
                World.Magnum.Clusters.Find(one => one.Name == World.Plan.Cluster && one.ProjectId == Tenant.Id)!
            );
    }

    private KeystoneProject Tenant => World.Identity.Project(World.Plan.CapiProject);
}
