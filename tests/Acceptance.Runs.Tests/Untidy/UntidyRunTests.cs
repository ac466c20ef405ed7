using Acceptance.Cloud.Twin;
using Acceptance.Live.Tests.Twins;
using Acceptance.Runs.Tests.Programs;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests.Untidy;

/// <summary>
/// Healthy clouds with the legal untidiness of real ones, each drawn by its seed: the run is green. One that has its
/// cluster is observed by the site that we ship; one that has none yet is brought to the bar.
/// </summary>
[CancelAfter(900_000)]
[Parallelizable(ParallelScope.All)]
public sealed class UntidyRunTests
{
    private const string Accepted = "accepted";
    private const string Rebuilt = "rebuilt";
    private const int AllSeeds = 20;

    /// <summary>Seeds that draw what a run meets while it makes things: namesakes, redirects, roles by implication.
    /// </summary>
    private static readonly int[] Bars = [3, 8, 9, 16];

    private static IEnumerable<TestCaseData> Worlds =>
        Breadth
            .Sample(
                [
                    .. Enumerable.Range(1, AllSeeds).Select(seed => (World: Accepted, Seed: seed)),
                    .. Bars.Select(seed => (World: Rebuilt, Seed: seed)),
                ],
                1
            )
            .Select(one => new TestCaseData(one.World, one.Seed));

    [TestCaseSource(nameof(Worlds))]
    public async Task A_drawn_world_is_green(string world, int seed, CancellationToken cancel)
    {
        await using var twin = Twin.Start(
            new TwinOptions
            {
                World = world,
                Seed = seed,
                Untidy = ["drawn"],
            }
        );
        TestContext.Out.WriteLine($"acceptance twin serve --world {world} --seed {seed} --untidy drawn");
        foreach (var (id, says) in twin.Untidy)
            TestContext.Out.WriteLine($"  {id}: {says}");
        using var run = world == Accepted ? await Observed(twin, cancel) : await Brought(twin, cancel);
        run.Exit.Should().Be(0, run.Quoted);
        run.Count("failed").Should().Be(0, run.Page);
    }

    private static async Task<SuiteRun> Observed(Twin twin, CancellationToken cancel)
    {
        using var site = ShippedSite.PointedAt(twin);
        return await SuiteRun.Of(
            Clone.This,
            "Category=Acceptance&Category=observes",
            cancel,
            ("ACCEPTANCE_SITE", site.File),
            ("ACCEPTANCE_PERMIT", "observe")
        );
    }

    /// <summary>What other projects have of what the run makes and removes.</summary>
    private static string[] Others(Twin twin)
    {
        var world = twin.World;
        string[] ours = [world.Plan.CapiProjectId, world.Identity.Project(world.Plan.AdminProject).Id];
        lock (world.Gate)
            return
            [
                .. world.Images.All.Where(one => !ours.Contains(one.OwnerId)).Select(one => $"image {one.Id}"),
                .. world.Magnum.Clusters.Where(one => !ours.Contains(one.ProjectId)).Select(one => $"cluster {one.Id}"),
                .. world
                    .Magnum.Templates.All.Where(one => !ours.Contains(one.ProjectId))
                    .Select(one => $"template {one.Id}"),
                .. world
                    .LoadBalancing.LoadBalancers.Where(one => !ours.Contains(one.ProjectId))
                    .Select(one => $"load balancer {one.Id}"),
                .. world
                    .Network.FloatingIps.Where(one => !ours.Contains(one.ProjectId))
                    .Select(one => $"floating IP {one.Id}"),
            ];
    }

    private static async Task<SuiteRun> Brought(Twin twin, CancellationToken cancel)
    {
        var others = Others(twin);
        var run = await SuiteRun.Of(Clone.This, "Category=Acceptance", cancel, ("ACCEPTANCE_SITE", twin.SiteFile));
        run.Page.Should().Contain("ACCEPTED", run.Quoted);
        Others(twin).Should().Equal(others, "what is not the tenant's is not the run's to remove");
        return run;
    }
}
