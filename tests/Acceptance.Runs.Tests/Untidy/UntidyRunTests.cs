using Acceptance.Cloud.Twin;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Live.Tests.Twins;
using Acceptance.Runs.Tests.Programs;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests.Untidy;

/// <summary>
/// Healthy clouds with the legal untidiness of real ones, each drawn by its seed: the run is green; and what is broken
/// in one is red as in a tidy one.
/// </summary>
[CancelAfter(900_000)]
[Parallelizable(ParallelScope.All)]
public sealed class UntidyRunTests
{
    private const int AllSeeds = 20;

    /// <summary>What breaks on each of the lower rungs, which an untidiness might hide.</summary>
    private static readonly string[] Breaking =
    [
        "lxd-container-down",
        "mysql-degraded",
        "vault-sealed",
        "ovn-disconnected",
        "D-045",
        "D-040",
        "LB-failover",
        "amphora-orphan",
        "L-P6-3",
        "DOCFIX-032",
    ];

    private static IReadOnlyList<int> Seeds => Breadth.Sample([.. Enumerable.Range(1, AllSeeds)], 1);

    private static IEnumerable<TestCaseData> Broken =>
        Breadth.Sample(Breaking, 1).SelectMany(fault => Seeds.Take(2).Select(seed => new TestCaseData(seed, fault)));

    [TestCaseSource(nameof(Seeds))]
    public Task Under_observe_the_shipped_site_is_green(int seed, CancellationToken cancel) =>
        IsGreen("drawn", seed, cancel);

    private static async Task IsGreen(string untidy, int seed, CancellationToken cancel)
    {
        await using var twin = World("accepted", seed, untidy);
        using var site = ShippedSite.PointedAt(twin);
        using var run = await SuiteRun.Of(
            Clone.This,
            "Category=Acceptance&Category=observes",
            cancel,
            ("ACCEPTANCE_SITE", site.File),
            ("ACCEPTANCE_PERMIT", "observe")
        );
        run.Exit.Should().Be(0, run.Quoted);
        run.Count("failed").Should().Be(0, run.Page);
    }

    [TestCaseSource(nameof(Seeds))]
    public async Task The_bar_is_met_from_a_rebuilt_cloud_on(int seed, CancellationToken cancel)
    {
        await using var twin = World("rebuilt", seed, "drawn");
        using var run = await SuiteRun.Of(
            Clone.This,
            "Category=Acceptance",
            cancel,
            ("ACCEPTANCE_SITE", twin.SiteFile)
        );
        run.Exit.Should().Be(0, run.Quoted);
        run.Page.Should().Contain("ACCEPTED");
    }

    [TestCaseSource(nameof(Broken))]
    public async Task What_is_broken_in_one_is_named_all_the_same(int seed, string fault, CancellationToken cancel)
    {
        await using var twin = World("accepted", seed, "drawn", fault);
        using var site = ShippedSite.PointedAt(twin);
        using var run = await SuiteRun.Of(
            Clone.This,
            "Category=Acceptance&Category=observes",
            cancel,
            ("ACCEPTANCE_SITE", site.File),
            ("ACCEPTANCE_PERMIT", "observe")
        );
        run.Exit.Should().Be(1, run.Quoted);
        var issue = KnownIssueIndex.OfFault(fault)!;
        var cause = run.Summary["lowestRed"]!;
        ((string?)cause["rung"]).Should().Be(issue.Rung, run.Page);
        ((string?)cause["entry"]).Should().Be(issue.Id, run.Page);
    }

    private static Twin World(string world, int seed, string untidy, params string[] faults)
    {
        var twin = Twin.Start(
            new TwinOptions
            {
                World = world,
                Seed = seed,
                Untidy = [untidy],
                Faults = faults,
            }
        );
        TestContext.Out.WriteLine($"acceptance twin serve --world {world} --seed {seed} --untidy {untidy}");
        foreach (var (id, says) in twin.Untidy)
            TestContext.Out.WriteLine($"  {id}: {says}");
        return twin;
    }
}
