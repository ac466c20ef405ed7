using System.Reflection;
using Acceptance.Cloud;
using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Diagnosing;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Runs.Asking;
using Acceptance.Surroundings;

namespace Acceptance.Worlds.Tests;

/// <summary>What is said of worlds that are well, that are half dark, and of which something cannot be read.</summary>
public sealed class DiagnosisTests
{
    private static readonly MethodInfo Removing = typeof(DiagnosisTests).GetMethod(
        nameof(Remove),
        BindingFlags.NonPublic | BindingFlags.Static
    )!;

    [Test]
    public async Task Of_a_healthy_untidy_world_nothing_is_said()
    {
        List<string> said = [];
        foreach (var seed in Enumerable.Range(Breadth.Seed, Breadth.Whole ? 200 : 6))
        {
            var world = BrokenWorlds.Broken(seed, seed % 4 == 0 ? "rebuilt" : "accepted")!;
            var causes = await Diagnosed(world, world.Facts());
            if (!causes.NothingIsBroken)
                said.Add($"seed {seed}: {Written(causes)}");
        }

        string.Join('\n', said).Should().BeEmpty($"ACCEPTANCE_SEED={Breadth.Seed}");
    }

    /// <summary>What a fault is seen by, one fact after the other: it is named still, or not known because.</summary>
    [Test]
    public async Task What_cannot_be_read_is_never_absent()
    {
        List<string> absent = [];
        HashSet<FactKey> sources = [];
        var asked = 0;
        foreach (var fault in Breadth.Sample(KillMatrix.Faults, 12))
        {
            var issue = KnownIssueIndex.OfFault(fault)!;
            if (BrokenWorlds.Broken(Breadth.Seed, "accepted", fault) is not { } world)
                continue;
            if ((await Diagnosed(world, world.Facts())).NothingIsBroken)
                continue;
            foreach (var key in issue.SeenBy.SelectMany(check => check.Facts).Distinct())
            {
                asked++;
                sources.Add(key);
                var facts = world.Facts();
                Removing.MakeGenericMethod(key.GetType().GetGenericArguments()[0]).Invoke(null, [facts, key]);
                var causes = await Diagnosed(world, facts);
                if (!causes.Roots.Any(root => Names(root, issue)) && !Unknown(causes).Any(one => Says(one, issue)))
                    absent.Add($"{fault} without \"{key}\": {Written(causes)}");
                absent.AddRange(
                    (await Kept(issue, key, facts)).Select(id => $"{fault} without \"{key}\": {id} is kept")
                );
            }
        }

        await TestContext.Out.WriteLineAsync(
            $"{asked} facts removed, of {sources.Count} sources, from seed {Breadth.Seed}"
        );
        string.Join('\n', absent).Should().BeEmpty($"ACCEPTANCE_SEED={Breadth.Seed}");
        EverySourceWasRemoved(sources);
    }

    /// <summary>Every source that some entry with a fault is seen by.</summary>
    private static IEnumerable<FactKey> ShowsIt =>
        KnownIssueIndex
            .All.Where(issue => issue.Faults.Count > 0)
            .SelectMany(issue => issue.SeenBy)
            .SelectMany(check => check.Facts);

    /// <summary>Sources that no fault of an accepted world is read from, with the reason.</summary>
    private static readonly Dictionary<string, string> OfNoAcceptedWorld = new()
    {
        ["vault refusals"] = "D-067 is met when a secret is stored",
        ["workload nodes"] = "its fault is told under D-041, which it follows from",
        ["workload pods"] = "crash-loop is seen at a second look",
    };

    private static void EverySourceWasRemoved(HashSet<FactKey> sources)
    {
        sources.Should().HaveCountGreaterThan(5);
        if (Breadth.Whole)
            ShowsIt
                .Except(sources)
                .Where(key => !key.IsWitnessed)
                .Select(key => key.Id)
                .Should()
                .BeSubsetOf(OfNoAcceptedWorld.Keys);
    }

    // A check is never kept by what it did not read.
    private static async Task<IEnumerable<string>> Kept(KnownIssue issue, FactKey key, FactBook facts)
    {
        List<string> kept = [];
        foreach (var check in issue.SeenBy.Where(check => check.Facts.Contains(key)))
        {
            if (check.Judge(await facts.Gather(check.Facts)).Passes)
                kept.Add(check.Id);
        }

        return kept;
    }

    // The check that sees it is red still, whatever it could not tell.
    private static bool Names(Root root, KnownIssue issue) =>
        root.Name == issue.Id
        || root.Folds.Any(fold => fold.Hides.Contains(issue.Id))
        || root.Symptoms.Any(symptom => issue.SeenBy.Contains(symptom.Check));

    private static bool Says(NotKnown one, KnownIssue issue) => one.Hides.Contains(issue.Id) && !one.Because.IsEmpty;

    [TestCase("vips-answer", "keystone-dark")]
    [TestCase("juju-macaroon", "juju-macaroon")]
    [TestCase("D-040", "keystone-dark", "D-040")]
    [TestCase("juju-macaroon", "juju-macaroon", "keystone-dark")]
    [TestCase("machine-not-deployed", "machine-broken", "keystone-dark", "nova-dark")]
    public async Task Half_a_cloud_that_is_dark_is_told_of(string first, params string[] faults)
    {
        var world = BrokenWorlds.Broken(12, "accepted", faults)!;
        var causes = await Diagnosed(world, world.Facts());

        causes.Roots[0].Name.Should().Be(first);
        causes.IsDark.Should().BeFalse();
        Unknown(causes).Should().NotBeEmpty();
    }

    private static IEnumerable<NotKnown> Unknown(RootCauses causes) =>
        causes.NotKnown.Concat(causes.Roots.SelectMany(root => root.Hides));

    private static Task<RootCauses> Diagnosed(DrawnWorld world, FactBook facts) =>
        new Survey(world.Cloud, facts, world.Cloud.Clock.TimeProvider).Diagnose();

    private static void Remove<T>(FactBook facts, FactKey<T> key) =>
        facts.Put(key, new Reading<T>.Unread(Unreadable.TimedOut, $"{key.Id} was not read", Evidence.None));

    private static string Written(RootCauses causes) =>
        $"{string.Join(", ", causes.Roots.Select(root => $"{root.Name} at {root.Victim}"))}; not known: "
        + string.Join(", ", causes.NotKnown.Select(one => one.Check.Id));
}
