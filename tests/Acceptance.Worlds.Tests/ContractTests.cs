using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Shell;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Sites;
using Acceptance.Cloud.Twin;
using Acceptance.Runs.Tests;
using Acceptance.Surroundings;

namespace Acceptance.Worlds.Tests;

/// <summary>
/// The contract: what a world's state gives, and what the drivers read of the same world over its wire, are equal; seen
/// value by value, unread for the same reason.
/// </summary>
public sealed class ContractTests
{
    private const int Worlds = 20;

    /// <summary>A service that refuses is asked again at once: what it says stays the same.</summary>
    private static readonly LiveOptions Impatient = new()
    {
        Deadlines = new Deadlines { FirstPause = TimeSpan.FromMilliseconds(1), Patience = TimeSpan.Zero },
    };

    private static IEnumerable<int> Seeds =>
        Breadth.Sample([.. Enumerable.Range(0, Worlds).Select(number => Breadth.Seed + number)], 2);

    /// <summary>
    /// Every fault of the twin in a world that has its cluster; those of the runs' table in one that has none.
    /// </summary>
    private static IEnumerable<TestCaseData> Faults =>
        Breadth
            .Sample(
                [
                    .. WirelessWorld
                        .Make(new TwinOptions())
                        .Faults.Where(IsAnswered)
                        .Select(fault => (fault, "accepted")),
                    .. FaultRows.Red.Where(row => row.World == "rebuilt").Select(row => (row.Fault, row.World)),
                ],
                3
            )
            .Select(one => new TestCaseData(one.Item1, one.Item2).SetArgDisplayNames(one.Item1, one.Item2));

    /// <summary>What never answers costs a deadline a question, and what is slow answers the same.</summary>
    private static bool IsAnswered(string fault) =>
        !fault.EndsWith("-hangs", StringComparison.Ordinal) && !fault.EndsWith("-slow", StringComparison.Ordinal);

    [TestCaseSource(nameof(Seeds)), CancelAfter(300_000)]
    public async Task A_worlds_facts_are_those_that_the_drivers_read(int seed)
    {
        var options = DrawnWorlds.Of(seed, seed % 4 == 0 ? "rebuilt" : "accepted");
        await Holds(options, $"ACCEPTANCE_SEED={Breadth.Seed}: the world {options.World} of seed {seed}", _ => { });
    }

    [TestCaseSource(nameof(Faults)), CancelAfter(300_000)]
    public async Task A_broken_worlds_facts_are_those_that_the_drivers_read(string fault, string world)
    {
        var options = DrawnWorlds.Of(Breadth.Seed, world) with { Faults = [fault] };
        await Holds(options, $"ACCEPTANCE_SEED={Breadth.Seed}: {fault} in the world {world} of this seed", _ => { });
    }

    [Test, CancelAfter(300_000)]
    public async Task A_world_whose_first_host_is_off_is_read_alike() =>
        await Holds(
            DrawnWorlds.Of(Breadth.Seed),
            $"ACCEPTANCE_SEED={Breadth.Seed}: the first host is off",
            twin =>
            {
                lock (twin.World.Gate)
                    twin.World.Hosts[0].PowerOff();
            }
        );

    private static async Task Holds(TwinOptions options, string what, Action<Twin> change)
    {
        await TestContext.Out.WriteLineAsync(what);
        await using var twin = Twin.Start(options);
        await TestContext.Out.WriteLineAsync($"untidy: {string.Join(", ", twin.World.Plan.Untidy)}");
        change(twin);
        var site = new SiteReader().Read(twin.SiteFile);
        await using var cloud = LiveCloud.Open(site, twin.Home, new AllowAll(), Impatient);
        var overTheWire = new FactBook(cloud);
        List<string> differences = [];
        foreach (var key in AllFacts.Keys)
        {
            // What is asked over the wire may let time pass; nothing else moves the world.
            var before = await FactImage.Of(twin.PastTheWire(site), key);
            var read = await FactImage.Of(overTheWire, key);
            if (!before.SequenceEqual(read) && !(await FactImage.Of(twin.PastTheWire(site), key)).SequenceEqual(read))
                differences.AddRange(Differences(key, before, read));
        }

        string.Join('\n', differences).Should().BeEmpty(what);
    }

    private static IEnumerable<string> Differences(
        FactKey key,
        IReadOnlyList<string> ofTheWorld,
        IReadOnlyList<string> read
    ) =>
        ofTheWorld
            .Except(read)
            .Take(4)
            .Select(line => $"{key}: the world has {Beginning(line)}")
            .Concat(read.Except(ofTheWorld).Take(4).Select(line => $"{key}: the drivers read {Beginning(line)}"))
            .DefaultIfEmpty($"{key}: in another order");

    private static string Beginning(string line) => line.Length > 160 ? line[..160] : line;
}
