using Acceptance.Cloud.Twin.World.Untidy;

namespace Acceptance.Cloud.Twin;

/// <summary>How a twin is started.</summary>
public sealed record TwinOptions
{
    /// <summary>rebuilt or accepted.</summary>
    public string World { get; init; } = "rebuilt";

    public int Seed { get; init; } = 12;

    /// <summary>The first address block to try (127.BLOCK.0.0/16).</summary>
    public int FirstBlock { get; init; } = 12;

    /// <summary>Fault ids injected at the start.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>
    /// Legal untidinesses of real clouds that this world has: ids, "drawn" for those that the seed draws, "all".
    /// </summary>
    public IReadOnlyList<string> Untidy { get; init; } = [];

    /// <summary>
    /// How much faster than the wall the clock runs while nobody has joined it; 0: it stands (embedded twins).
    /// </summary>
    public double RunsOn { get; init; }

    /// <summary>
    /// It runs on that fast only while an outside client waits: it holds a watch open, or keeps its connection and asks
    /// nothing (a poll with a sleep of its own). While clients merely start and ask it runs as the wall does, so that a
    /// slow program does not age the cloud.
    /// </summary>
    public bool RunsOnForWaiters { get; init; }

    /// <summary>Wall time added to every answer, for benchmarks.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>
    /// The folder under which the twin makes its home; not the temporary folder (L7). Default: the user's home.
    /// </summary>
    public string? HomesUnder { get; init; }

    /// <summary>Changes the default plan: timings, names, sizes.</summary>
    public Func<World.WorldPlan, World.WorldPlan> Plan { get; init; } = plan => plan;

    /// <summary>The plan of a twin on that block, whose operator lives in that home.</summary>
    internal World.WorldPlan PlanOf(int block, string home) =>
        UntidinessCatalogue.In(Plan(TidyPlanOf(block, home)), UntidinessCatalogue.Named(Untidy, Seed));

    private World.WorldPlan TidyPlanOf(int block, string home) =>
        new()
        {
            Start = Wire.WallClock.Now(),
            Block = block,
            Seed = Seed,
            World = World,
            JumphostHome = home,
        };
}
