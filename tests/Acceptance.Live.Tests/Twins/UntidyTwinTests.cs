using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Cloud.Live;
using Acceptance.Cloud.Live.Sites;
using Acceptance.Cloud.Permits;
using Acceptance.Cloud.Twin;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.Juju;
using Acceptance.Decisions.Checks.Vault;
using Acceptance.Decisions.Verdicts;
using Acceptance.Surroundings;

namespace Acceptance.Live.Tests.Twins;

/// <summary>
/// Every check, asked over the wire of healthy clouds with the legal untidiness of real ones, by the site that we ship:
/// each is kept. The untidiness is drawn by the seed in the test's name.
/// </summary>
[Parallelizable(ParallelScope.Children)]
public sealed class UntidyTwinTests
{
    private const int AllSeeds = 20;

    /// <summary>What is deferred on a healthy cloud, too: a site waives it.</summary>
    private const string Deferred = "tenant-names-resolve";

    private static IReadOnlyList<int> Seeds => Breadth.Sample([.. Enumerable.Range(1, AllSeeds)], 1);

    [TestCaseSource(nameof(Seeds))]
    public Task A_drawn_world_is_healthy_by_every_check(int seed) => IsHealthy(["drawn"], seed);

    [Test]
    public Task A_world_with_all_of_it_is_healthy_by_every_check() => IsHealthy(["all"], 12);

    [Test]
    public async Task What_is_broken_in_one_is_seen()
    {
        Check[] checks = [VaultIsUnsealed.Check, EveryUnitIsAsExpected.States];
        var judged = await Judged(["all"], 12, checks, "vault-sealed");
        judged.Values.Should().AllBeOfType<Verdict.Broken>();
    }

    private static async Task IsHealthy(IReadOnlyList<string> untidy, int seed)
    {
        var judged = await Judged(untidy, seed, CheckCatalogue.All);
        foreach (var (check, verdict) in judged)
            TestContext.Out.WriteLine($"{check}: {Told(verdict)}");
        judged.Count(one => one.Value is Verdict.Kept).Should().BeGreaterThan(50);
        judged
            .Where(one => one.Key != Deferred && one.Value is not Verdict.Kept && !IsOfADeed(one.Value))
            .Select(one => $"{one.Key}: {Told(one.Value)}")
            .Should()
            .BeEmpty();
    }

    /// <summary>What only a run that does something sees.</summary>
    private static bool IsOfADeed(Verdict verdict) =>
        verdict is Verdict.NotAsked
            && verdict.Sentence.ToString().EndsWith("needs the permit mutate", StringComparison.Ordinal)
        || verdict is Verdict.Unknown unknown
            && unknown.WhatWasMissing.ToString().EndsWith("nothing of it was seen", StringComparison.Ordinal);

    private static string Told(Verdict verdict) => $"{verdict.GetType().Name} {verdict.Sentence}";

    private static async Task<Dictionary<string, Verdict>> Judged(
        IReadOnlyList<string> untidy,
        int seed,
        IReadOnlyList<Check> checks,
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
        foreach (var check in checks)
            verdicts[check.Id] = check.Judge(await book.Gather(check.Facts));
        return verdicts;
    }
}
