using Acceptance.Runs.Tests.Programs;
using Acceptance.Surroundings;

namespace Acceptance.Runs.Tests;

/// <summary>
/// A run that was killed leaves a journal; the next one, from another clone, sweeps what is ours and nothing else,
/// and passes.
/// </summary>
[CancelAfter(900_000)]
[Parallelizable(ParallelScope.All)]
public sealed class KilledRunTests
{
    [Sampled(1)]
    public async Task Killed_in_the_middle_of_a_throwaway_Service(CancellationToken cancel)
    {
        await using var twin = ServedTwin.Serve("accepted", 3, runOn: 0);
        await using var neighbours = new Neighbours(twin);
        await neighbours.Service("shop", cancel);
        await neighbours.LoadBalancer("reporting", cancel);

        await KillAt(
            twin,
            "Category=D-011.4",
            line => line.Contains(" POST ") && line.Contains("/namespaces/default/services"),
            cancel
        );

        (await neighbours.Services(cancel)).Should().HaveCount(2);
        var swept = (await twin.Log(cancel)).Count;
        (await SweptBy(twin, cancel))
            .Should()
            .MatchRegex(@"an earlier run \(\S+\) did not end: sweeping .*the service acceptance-rr-");

        (await neighbours.Services(cancel)).Should().Equal("shop");
        (await neighbours.LoadBalancers(cancel))
            .Should()
            .Contain("reporting")
            .And.Contain(name => name.EndsWith("_default_shop"))
            .And.NotContain(name => name.Contains("acceptance-rr"));
        (await neighbours.Status("capi-test-1", cancel)).Should().Be("CREATE_COMPLETE");
        (await twin.Log(cancel))
            .Skip(swept)
            .Where(flight => flight is { Kind: "request", Verb: "DELETE" } && flight.Path.Contains("/clusters/"))
            .Should()
            .BeEmpty();
    }

    [Sampled(1)]
    public async Task Killed_in_the_middle_of_a_create(CancellationToken cancel)
    {
        await using var twin = ServedTwin.Serve("rebuilt", 4, runOn: 0);
        await using var neighbours = new Neighbours(twin);
        await Seed(twin, cancel);
        await neighbours.Cluster("payments", cancel);
        await neighbours.LoadBalancer("reporting", cancel);

        await KillAt(
            twin,
            "Category=phase-08.1|Category=phase-08.2",
            line => line.Contains(" POST ") && line.Contains("/v1/clusters") && line.Contains("202"),
            cancel
        );

        (await neighbours.Status("capi-test-1", cancel)).Should().Be("CREATE_IN_PROGRESS");
        (await SweptBy(twin, cancel))
            .Should()
            .MatchRegex(@"an earlier run \(\S+\) did not end: sweeping the cluster capi-test-1");

        (await neighbours.Status("payments", cancel)).Should().Be("CREATE_COMPLETE");
        (await neighbours.LoadBalancers(cancel))
            .Should()
            .Contain("reporting")
            .And.Contain(name => name.Contains("payments"))
            .And.NotContain(name => name.Contains("capi-test-1"));
        (await neighbours.Status("capi-test-1", cancel)).Should().BeNull();
    }

    [Sampled(1)]
    public async Task A_second_run_from_another_clone_is_told_who_holds_the_cloud_and_touches_nothing(
        CancellationToken cancel
    )
    {
        await using var twin = ServedTwin.Serve("accepted", 5, runOn: 0);
        var begun = (await twin.Log(cancel)).Count;
        // The first waits for its own throwaway Service until the others have been answered.
        var stopped = await twin.StopTheClock(cancel);
        using var first = new SuiteRun(
            Clone.This,
            "Category=D-011.4",
            ("ACCEPTANCE_SITE", twin.Site),
            ("ACCEPTANCE_STATE", twin.State)
        );
        await twin.Recorded(
            first,
            begun,
            line => line.Contains(" PUT ") && line.Contains("/tags/acceptance-run~"),
            cancel
        );

        using var another = Clone.Another();
        await IsTurnedAway(
            another,
            @"this cloud is held by run \S+ of process \d+ on \S+ since .*; nothing was touched",
            cancel,
            ("ACCEPTANCE_SITE", twin.Site),
            ("ACCEPTANCE_STATE", twin.State)
        );
        // One that keeps its state elsewhere has only the project's word for it.
        await IsTurnedAway(
            another,
            @"another run holds this cloud: \S+ \(process \d+ on \S+\) since \S+; nothing was touched",
            cancel,
            ("ACCEPTANCE_SITE", twin.Site)
        );

        stopped.Dispose();
        (await first.Ended(cancel)).Should().Be(0, first.Quoted);
    }

    private static async Task IsTurnedAway(
        Clone clone,
        string says,
        CancellationToken cancel,
        params IReadOnlyList<(string Name, string? Value)> settings
    )
    {
        using var second = await SuiteRun.Of(clone, "Category=D-011.4", cancel, settings);
        second.Exit.Should().Be(1, second.Quoted);
        second.Output.Should().MatchRegex(says);
        ((int)second.Summary["mutations"]!).Should().Be(0);
    }

    /// <summary>
    /// Ends a run hard as soon as the twin has recorded such a line; its clock stands still meanwhile.
    /// </summary>
    private static async Task KillAt(
        ServedTwin twin,
        string filter,
        Func<string, bool> moment,
        CancellationToken cancel
    )
    {
        var begun = (await twin.Log(cancel)).Count;
        using var stopped = await twin.StopTheClock(cancel);
        using var killed = new SuiteRun(
            Clone.This,
            filter,
            ("ACCEPTANCE_SITE", twin.Site),
            ("ACCEPTANCE_STATE", twin.State)
        );
        await twin.Recorded(killed, begun, moment, cancel);
        killed.Kill();
    }

    private static async Task Seed(ServedTwin twin, CancellationToken cancel)
    {
        using var seeded = await SuiteRun.Of(
            Clone.This,
            "Category=phase-08.0",
            cancel,
            ("ACCEPTANCE_SITE", twin.Site),
            ("ACCEPTANCE_STATE", twin.State)
        );
        seeded.Exit.Should().Be(0, seeded.Quoted);
    }

    /// <summary>What the next run prints, from another clone; it is green.</summary>
    private static async Task<string> SweptBy(ServedTwin twin, CancellationToken cancel)
    {
        using var another = Clone.Another();
        using var next = await SuiteRun.Of(
            another,
            "Category=Acceptance",
            cancel,
            ("ACCEPTANCE_SITE", twin.Site),
            ("ACCEPTANCE_STATE", twin.State)
        );
        TestContext.Out.WriteLine(next.Page);
        next.Exit.Should().Be(0, next.Quoted);
        return next.Output;
    }
}
