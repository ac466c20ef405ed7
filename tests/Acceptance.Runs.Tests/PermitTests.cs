using Acceptance.Cloud.Permits;
using Acceptance.Runs.Tests.Programs;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests;

/// <summary>What the permit observe lets through, by the twin's flight recorder.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PermitTests
{
    private static IEnumerable<string> Worlds => Breadth.Sample(["accepted", "rebuilt"], 1);

    [Sampled(1, From = nameof(Worlds)), CancelAfter(900_000)]
    public async Task Under_observe_nothing_reaches_the_cloud_that_could_change_it(
        string world,
        CancellationToken cancel
    )
    {
        await using var twin = ServedTwin.Serve(world, 7);
        var before = (await twin.Log(cancel)).Count;
        using var run = await SuiteRun.Of(
            Clone.This,
            "Category=Acceptance",
            cancel,
            ("ACCEPTANCE_SITE", twin.Site),
            ("ACCEPTANCE_PERMIT", "observe")
        );
        var flights = (await twin.Log(cancel)).Skip(before).ToArray();
        TestContext.Out.WriteLine($"{flights.Length} entries\n{run.Page}");

        flights.Count(flight => flight.Kind == "request").Should().BeGreaterThan(20);
        flights.Count(flight => flight.Kind == "argv").Should().BeGreaterThan(5);
        flights.Where(flight => !flight.Reads).Select(flight => flight.ToString()).Should().BeEmpty();
        flights.Where(CouldChange).Select(flight => flight.ToString()).Should().BeEmpty();

        run.Exit.Should().Be(1, run.Quoted);
        run.Count("notPermitted").Should().BeGreaterThan(0, run.Page);
        run.Page.Should().Contain("NOT PROVEN");
        foreach (var refused in run.Scenarios("not permitted"))
            ((string)refused["sentence"]!).Should().Contain("needs the permit");
    }

    // The table is ours; methods are not.
    private static bool CouldChange(Flight flight) =>
        flight is { Kind: "request", Verb: not ("GET" or "HEAD" or "OPTIONS") }
        && !flight.Path.EndsWith("/v3/auth/tokens", StringComparison.Ordinal)
        && flight.Where != "control";

    [Sampled(1), CancelAfter(900_000)]
    public async Task The_read_only_gate_can_be_green(CancellationToken cancel)
    {
        await using var twin = ServedTwin.Serve("accepted", 7);
        using var run = await SuiteRun.Of(
            Clone.This,
            "Category=Acceptance&Category=observes",
            cancel,
            ("ACCEPTANCE_SITE", twin.Site),
            ("ACCEPTANCE_PERMIT", "observe")
        );
        run.Exit.Should().Be(0, run.Quoted);
    }
}
