using Acceptance.Decisions.KnownIssues;
using Acceptance.Runs.Tests.Programs;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests;

/// <summary>
/// Each fault makes the run red, at its own layer, with its own entry and what to act upon, in a cloud that has its
/// cluster and in one that has none yet; what stands above is held back.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class FaultRunTests
{
    private static IEnumerable<TestCaseData> Sampled =>
        Breadth
            .Sample(FaultRows.Red, 1)
            .Select(one =>
                new TestCaseData(
                    one.Fault,
                    one.World,
                    one.Rung,
                    one.Entry,
                    one.Victim,
                    Breadth.Seed
                ).SetArgDisplayNames(one.Fault, one.World, $"seed {Breadth.Seed}")
            );

    private static IEnumerable<TestCaseData> SampledInSettings =>
        Breadth
            .Sample([.. FaultRows.Red.Where(one => one.World == "rebuilt")], 1)
            .Select(one => new TestCaseData(one.Fault, one.Rung, one.Entry, one.Victim).SetArgDisplayNames(one.Fault));

    private static IEnumerable<TestCaseData> SampledGreen =>
        Breadth
            .Sample(FaultRows.Green, 1)
            .Select(one =>
                new TestCaseData(one.Fault, one.World, one.Says, Breadth.Seed).SetArgDisplayNames(
                    one.Fault,
                    one.World,
                    $"seed {Breadth.Seed}"
                )
            );

    /// <summary>
    /// What a twin's fault amounts to is stated once, in the roster of its entry; these rows are what the runs are
    /// held to.
    /// </summary>
    [Test]
    public void A_row_names_the_entry_and_the_rung_that_the_index_has_for_the_fault() =>
        FaultRows
            .Red.Select(row => (row.Fault, row.Entry, row.Rung))
            .Should()
            .OnlyContain(row =>
                KnownIssueIndex.OfFault(row.Fault)!.Id == row.Entry
                && KnownIssueIndex.OfFault(row.Fault)!.Rung == row.Rung
            );

    [Sampled(1, From = nameof(Sampled)), CancelAfter(900_000)]
    public async Task A_fault_put_in_by_another_process_is_named_with_its_layer_and_its_victim(
        string fault,
        string world,
        string rung,
        string entry,
        string victim,
        int seed,
        CancellationToken cancel
    )
    {
        await using var twin = ServedTwin.Serve(world, seed);
        var said = await twin.Break(fault, cancel);
        using var run = await SuiteRun.Of(Clone.This, "Category=Acceptance", cancel, ("ACCEPTANCE_SITE", twin.Site));
        TestContext.Out.WriteLine($"{said.Trim()}\n{run.Page}");
        Named(run, rung, entry, victim);
    }

    [Sampled(1, From = nameof(SampledInSettings)), CancelAfter(900_000)]
    public async Task A_fault_named_in_the_settings_is_named_likewise(
        string fault,
        string rung,
        string entry,
        string victim,
        CancellationToken cancel
    )
    {
        using var run = await SuiteRun.Of(Clone.This, "Category=Acceptance", cancel, ("ACCEPTANCE_FAULTS", fault));
        Named(run, rung, entry, victim);
    }

    [Sampled(1, From = nameof(SampledGreen)), CancelAfter(900_000)]
    public async Task What_the_run_mends_or_only_notes_is_said_and_fails_nothing(
        string fault,
        string world,
        string says,
        int seed,
        CancellationToken cancel
    )
    {
        await using var twin = ServedTwin.Serve(world, seed);
        await twin.Break(fault, cancel);
        using var run = await SuiteRun.Of(Clone.This, "Category=Acceptance", cancel, ("ACCEPTANCE_SITE", twin.Site));
        run.Exit.Should().Be(0, run.Quoted);
        run.Count("failed").Should().Be(0, run.Page);
        run.Count("heldBack").Should().Be(0, run.Page);
        run.Scenarios("kept")
            .Concat(run.Scenarios("recovered"))
            .Should()
            .Contain(one => ((string)one["sentence"]!).Contains(says, StringComparison.Ordinal), run.Page);
    }

    private static void Named(SuiteRun run, string rung, string entry, string victim)
    {
        run.Exit.Should().Be(1, run.Quoted);
        var cause = run.Summary["lowestRed"]!;
        ((string?)cause["rung"]).Should().Be(rung, run.Page);
        ((string?)cause["entry"]).Should().Be(entry, run.Page);
        ((string?)cause["victim"]).Should().MatchRegex(victim, run.Page);
        run.Page.Should()
            .Contain((string?)cause["victim"])
            .And.Contain($"known issue       {entry}:")
            .And.Contain("seen by")
            .And.Contain("evidence");
        // The exit gate is one of them; what else failed is of the cause itself: what stands above the red rung is
        // held back, not failed.
        run.Count("failed").Should().BeInRange(1, 3, run.Page);
        run.Page.Should()
            .NotContain("also red", "one cause is one finding")
            .And.NotContain("(the budget", "a state that cannot become right is not waited out");
        foreach (var held in run.Scenarios("held back"))
            ((string)held["sentence"]!).Should().StartWith("held back by ");
        var below = run.Summary["rungs"]!.AsArray().TakeWhile(one => (string)one!["rung"]! != rung);
        below.Should().OnlyContain(one => (string)one!["verdict"]! == "kept", run.Page);
    }
}
