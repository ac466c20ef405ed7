using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Verdicts;
using Acceptance.Surroundings;

namespace Acceptance.Live.Tests.Twins;

/// <summary>
/// Every check, asked over the wire of healthy clouds with the legal untidiness of real ones, by the site that we ship:
/// it says what it says of a tidy one. The untidiness is drawn by the seed in the test's name.
/// </summary>
[Parallelizable(ParallelScope.Children)]
public sealed class UntidyTwinTests
{
    private const int AllSeeds = 20;

    private readonly Lazy<Task<Dictionary<string, Verdict>>> _tidy = new(() => Judged([], 12));

    private static IReadOnlyList<int> Seeds => Breadth.Sample([.. Enumerable.Range(1, AllSeeds)], 2);

    [TestCaseSource(nameof(Seeds))]
    public Task A_drawn_world_is_judged_as_a_tidy_one(int seed) => IsTidyToUs(["drawn"], seed);

    [Test]
    public Task A_world_with_all_of_it_is_judged_as_a_tidy_one() => IsTidyToUs(["all"], 12);

    [Test]
    public async Task What_is_broken_in_one_is_seen()
    {
        var judged = await Judged(["all"], 12, "vault-sealed");
        judged["vault-unsealed"].Should().BeOfType<Verdict.Broken>();
        judged["units-as-expected"].Should().BeOfType<Verdict.Broken>();
    }

    private async Task IsTidyToUs(IReadOnlyList<string> untidy, int seed)
    {
        var judged = await Judged(untidy, seed);
        var tidy = await _tidy.Value;
        foreach (var (check, verdict) in judged)
            TestContext.Out.WriteLine($"{check}: {Told(verdict)}");
        judged
            .Where(one => one.Value.GetType() != tidy[one.Key].GetType())
            .Select(one => $"{one.Key}: {Told(one.Value)}; of a tidy one: {Told(tidy[one.Key])}")
            .Should()
            .BeEmpty();
    }

    private static string Told(Verdict verdict) => $"{verdict.GetType().Name} {verdict.Sentence}";

    private static async Task<Dictionary<string, Verdict>> Judged(
        IReadOnlyList<string> untidy,
        int seed,
        params string[] faults
    )
    {
        await using var twin = Twin.Start(
            new TwinOptions
            {
                World = "accepted",
                Seed = seed,
                Untidy = untidy,
                Faults = faults,
            }
        );
        TestContext.Out.WriteLine($"acceptance twin serve --seed {seed} --untidy {string.Join(" --untidy ", untidy)}");
        foreach (var (id, says) in twin.Untidy)
            TestContext.Out.WriteLine($"  {id}: {says}");
        using var shipped = ShippedSite.PointedAt(twin);
        await using var cloud = LiveCloud.Open(
            new SiteReader().Read(shipped.File),
            twin.Home,
            new RecordingGate(intent => intent.Needs > Permit.Observe ? $"{intent} is more than observe" : null)
        );
        var book = new FactBook(cloud);
        Dictionary<string, Verdict> verdicts = [];
        foreach (var check in CheckCatalogue.All)
            verdicts[check.Id] = check.Judge(await book.Gather(check.Facts));
        return verdicts;
    }
}
