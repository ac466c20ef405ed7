using Acceptance.Benchmarks.Measuring;

namespace Acceptance.Benchmarks.StandIn;

/// <summary>
/// What a scenario costs over a plain test that calls the same methods: each side in a process of its own, the whole
/// cost held to the bar.
/// </summary>
internal static class StandInBenchmark
{
    private const int Scenarios = 300;
    private static readonly TimeSpan Bar = TimeSpan.FromMilliseconds(3);

    public static async Task<int> Run(TextWriter to)
    {
        var scenarios = await Child.Ask<TestRunResult>(
            TestRun.Word,
            @"^Acceptance\.Benchmarks\.StandIn\.Counting\dFeature$"
        );
        var plain = await Child.Ask<TestRunResult>(TestRun.Word, @"^Acceptance\.Benchmarks\.StandIn\.PlainCounting$");
        to.WriteLine(
            $"stand-in: {Scenarios} scenarios of 5 steps, per scenario (bar: "
                + $"{Bar.Milliseconds()} of wall and of processor, cold)"
        );
        var table = new Table("", "wall", "processor");
        Rows(table, "cold, in a fresh process", scenarios.Cold, plain.Cold);
        Rows(table, "again, in the same process", scenarios.Again, plain.Again);
        table.Print(to);
        foreach (var pass in new[] { scenarios.Cold, scenarios.Again, plain.Cold, plain.Again })
            if (pass.Passed != Scenarios)
                throw new InvalidOperationException($"{pass.Passed} tests ran where {Scenarios} were to be measured.");
        var holds = Each(scenarios.Cold.Wall) <= Bar && Each(scenarios.Cold.Processor) <= Bar;
        to.WriteLine(
            holds ? "The bar holds.\n" : $"A scenario takes more than {Bar.Milliseconds()}: the bar does not hold.\n"
        );
        return holds ? 0 : 1;
    }

    private static void Rows(Table table, string when, TestRunPass scenarios, TestRunPass plain)
    {
        table.Row(
            $"{when}: a scenario",
            Each(scenarios.Wall).Milliseconds("0.000"),
            Each(scenarios.Processor).Milliseconds("0.000")
        );
        table.Row(
            $"{when}: a plain NUnit test",
            Each(plain.Wall).Milliseconds("0.000"),
            Each(plain.Processor).Milliseconds("0.000")
        );
        table.Row(
            $"{when}: the difference",
            Each(scenarios.Wall - plain.Wall).Milliseconds("0.000"),
            Each(scenarios.Processor - plain.Processor).Milliseconds("0.000")
        );
    }

    private static TimeSpan Each(TimeSpan all) => all / Scenarios;
}
