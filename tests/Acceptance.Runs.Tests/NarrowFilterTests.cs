using Acceptance.Runs.Tests.Programs;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests;

/// <summary>Exit codes of narrow filters: what was asked for was proven, or the run is red.</summary>
[CancelAfter(900_000)]
[Parallelizable(ParallelScope.All)]
public sealed class NarrowFilterTests
{
    [Sampled(1)]
    public async Task One_item_alone_is_green(CancellationToken cancel)
    {
        using var run = await SuiteRun.OfProject("Category=D-011.1", cancel);
        run.Exit.Should().Be(0, run.Quoted);
        run.Count("passed").Should().BeGreaterThan(0);
        run.Report("acceptance.trx").Should().Contain("outcome=\"Passed\"", "the runner's own report lies beside ours");
    }

    [Sampled(1)]
    public async Task The_addresses_alone_are_red_on_a_cloud_whose_Keystone_is_dark(CancellationToken cancel)
    {
        using var run = await SuiteRun.OfProject("Category=D-011.2", cancel, ("ACCEPTANCE_FAULTS", "keystone-dark"));
        run.Exit.Should().Be(1, run.Quoted);
        ((string?)run.Summary["lowestRed"]!["rung"]).Should().Be("keystone", run.Page);
    }

    [Sampled(1)]
    public async Task A_category_that_nothing_carries_is_red(CancellationToken cancel)
    {
        using var run = await SuiteRun.OfProject("Category=NoSuch", cancel);
        run.Exit.Should().Be(1, run.Quoted);
        run.Output.Should().Contain("No test matches the given testcase filter `Category=NoSuch`");
    }

    [Sampled(1)]
    public async Task A_site_that_is_not_there_is_red_although_the_run_settings_name_the_twin(CancellationToken cancel)
    {
        using var run = await SuiteRun.OfProject(
            "Category=Acceptance",
            cancel,
            ("ACCEPTANCE_SITE", "/no/such/site.json")
        );
        run.Exit.Should().Be(1, run.Quoted);
        ((string?)run.Summary["lowestRed"]!["rung"]).Should().Be("site", run.Page);
        run.Page.Should().Contain("/no/such/site.json");
    }

    [Sampled(1)]
    public async Task A_site_is_looked_for_from_the_root_of_the_repository(CancellationToken cancel)
    {
        using var run = await SuiteRun.OfProject("Category=D-011.1", cancel, ("ACCEPTANCE_SITE", "no-such-site.json"));
        run.Exit.Should().Be(1, run.Quoted);
        run.Page.Should().Contain(Path.Combine(Clone.This.Root, "no-such-site.json"));
    }
}
