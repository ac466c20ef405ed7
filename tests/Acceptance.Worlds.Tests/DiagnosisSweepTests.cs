using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Acceptance.Decisions.Diagnosing;
using Acceptance.Decisions.KnownIssues;
using Acceptance.Surroundings;

namespace Acceptance.Worlds.Tests;

/// <summary>
/// What is said of worlds with several faults at once: the causes that were injected, no other, and none of them lost.
/// </summary>
public sealed class DiagnosisSweepTests
{
    /// <summary>Faults that a reading of an accepted world cannot meet: a deed of a run does.</summary>
    private static readonly string[] MetByADeed =
    [
        "cdn-truncated",
        "cdn-dark",
        "round-robin-one-pod",
        "blip-70",
        "capture-refused",
        "D-067",
        // In a cluster that stood before, a second look a while later sees it.
        "crash-loop",
    ];

    /// <summary>Faults that make no entry, with the checks that find them.</summary>
    private static readonly (string Pattern, string[] Checks)[] WithoutAnEntry =
    [
        ("^(keystone|nova|neutron|glance|octavia|placement|magnum|barbican|cinder)-dark$", ["vips-answer"]),
        ("^vip-frontend-only$", ["backends-up"]),
        ("^untrusted-certificate$", ["vips-answer"]),
    ];

    /// <summary>One and the same thing is struck by both.</summary>
    private static readonly string[][] NotTogether =
    [
        ["D-039", "D-039-frozen", "stuck-delete"],
        ["amphora-orphan", "amphora-orphan-active"],
        ["D-041", "uninitialized-taint"],
        ["D-037", "D-037-overwritten"],
        ["D-057", "provider-network-lost"],
        ["machine-broken", "machine-powered-off"],
        // Not told yet: a floating IP that is dark because its only server is off; a backend amiss among servers that
        // are all down.
        ["provider-network-lost", "D-041"],
        ["provider-network-lost", "uninitialized-taint"],
        ["D-045", "vip-frontend-only"],
        // What takes a host or a cluster away changes the room that was filled.
        ["amphora-headroom", "stuck-delete"],
        ["amphora-headroom", "hypervisor-down"],
        ["amphora-headroom", "machine-powered-off"],
        // Not told yet: the hook of a unit that fell silent with its container or its host, or whose login changed.
        ["stuck-hook", "lxd-container-down"],
        ["stuck-hook", "agent-lost"],
        ["stuck-hook", "machine-broken"],
        ["stuck-hook", "machine-powered-off"],
        ["stuck-hook", "hypervisor-down"],
        ["stuck-hook", "D-066"],
        // A machine of a cluster that goes away is nobody's to start.
        ["stuck-delete", "guest-not-resumed"],
        ["keystone-dark", "untrusted-certificate", "vip-frontend-only"],
    ];

    private static int Seed => Breadth.Seed;

    [Test]
    public async Task Two_faults_are_both_named()
    {
        var all = Faults();
        var pairs = (
            from one in all
            from other in all
            where string.CompareOrdinal(one, other) < 0 && CanStandTogether(one, other)
            select new[] { one, other }
        ).ToArray();
        await Sweep("pairs", Breadth.Whole ? pairs : [.. Breadth.Sample(pairs, 8)]);
    }

    [Test]
    public async Task Three_faults_are_all_named()
    {
        var (all, random) = (Faults(), new Random(Seed));
        List<string[]> triples = [];
        while (triples.Count < (Breadth.Whole ? 300 : 8))
        {
            string[] three = [.. random.GetItems(all, 3).Distinct()];
            if (three.Length == 3 && three.All(one => three.All(other => one == other || CanStandTogether(one, other))))
                triples.Add(three);
        }

        await Sweep("triples", triples);
    }

    private static async Task Sweep(string what, IReadOnlyList<string[]> all)
    {
        ConcurrentBag<string> misses = [];
        var (asked, named, hidden, left) = (0, 0, 0, 0);
        await Parallel.ForEachAsync(
            all.Select((faults, index) => (faults, Seed: Seed + (index % 7))),
            async (one, _) =>
            {
                if (BrokenWorlds.Broken(one.Seed, "accepted", one.faults) is not { } world)
                {
                    Interlocked.Increment(ref left);
                    return;
                }

                Interlocked.Increment(ref asked);
                var (judged, model) = await world.Survey();
                var causes = RootCauses.Of(judged, model);
                foreach (var fault in one.faults)
                {
                    if (IsNamed(fault, causes))
                        Interlocked.Increment(ref named);
                    else if (IsHidden(fault, causes))
                        Interlocked.Increment(ref hidden);
                }

                foreach (var miss in Misses(one.faults, causes))
                    misses.Add($"{string.Join(" + ", one.faults)}, seed {one.Seed}: {miss}: {Written(causes)}");
            }
        );
        await TestContext.Out.WriteLineAsync(
            $"{what}: {asked} asked (of {all.Count}; {left} found no victim), from seed {Seed}; causes named {named}, "
                + $"hidden and said so {hidden}, misses {misses.Count}\n{string.Join('\n', misses.Order())}"
        );
        string.Join('\n', misses.Order()).Should().BeEmpty($"ACCEPTANCE_SEED={Seed}");
    }

    private static IEnumerable<string> Misses(string[] faults, RootCauses causes)
    {
        if (causes.Roots.Count > 0 && !faults.Any(fault => IsOf(fault, causes.Roots[0])))
            yield return $"the first line is {causes.Roots[0].Name}";
        foreach (var root in causes.Roots.Skip(1).Where(root => !faults.Any(fault => IsOf(fault, root))))
            yield return $"{root.Name} was not injected";
        foreach (var fault in faults.Where(fault => !IsNamed(fault, causes) && !IsHidden(fault, causes)))
            yield return $"nothing is said of {fault}";
    }

    private static bool IsNamed(string fault, RootCauses causes) => causes.Roots.Any(root => IsOf(fault, root));

    /// <summary>
    /// Folded as what cannot be told apart yet, or where a check that would show it could not be judged.
    /// </summary>
    private static bool IsHidden(string fault, RootCauses causes)
    {
        var entries = Entries(fault);
        var checks = WithoutAnEntry.Where(row => Regex.IsMatch(fault, row.Pattern)).SelectMany(row => row.Checks);
        return causes.Roots.SelectMany(root => root.Folds).Any(fold => fold.Hides.Intersect(entries).Any())
            || causes
                .Roots.SelectMany(root => root.Folds)
                .Any(fold => fold.Symptom.Finding.Entry is null && checks.Contains(fold.Symptom.Check.Id))
            || causes
                .NotKnown.Concat(causes.Roots.SelectMany(root => root.Hides))
                .Any(one => one.Hides.Intersect(entries).Any() || checks.Contains(one.Check.Id));
    }

    /// <summary>It is named, or what is red is said to follow from it perhaps: it could not be read itself.</summary>
    private static bool IsOf(string fault, Root root) =>
        Entries(fault).Contains(root.Name)
        || root.MayFollowFrom.Intersect(Entries(fault)).Any()
        || WithoutAnEntry.Any(row =>
            Regex.IsMatch(fault, row.Pattern) && row.Checks.Intersect([root.Name, .. root.MayFollowFrom]).Any()
        );

    /// <summary>The entries that the fault makes, and what they follow from.</summary>
    private static IReadOnlyCollection<string> Entries(string fault)
    {
        string[] made =
        [
            .. KnownIssueIndex.All.Where(issue => issue.Faults.Contains(fault)).Select(issue => issue.Id),
            .. new[] { KnownIssueIndex.OfFault(fault) }.OfType<KnownIssue>().Select(issue => issue.Id),
        ];
        return
        [
            .. made,
            .. KnownIssueIndex
                .Find(made.FirstOrDefault())
                ?.Consequences.Where(one => one.IsBeneath)
                .Select(one => one.Entry!)
                ?? [],
        ];
    }

    private static string[] Faults()
    {
        var known = WirelessWorld.Make(DrawnWorlds.Of(Seed)).Faults;
        return
        [
            .. KillMatrix.Faults.Except(MetByADeed),
            .. known.Where(fault => WithoutAnEntry.Any(row => Regex.IsMatch(fault, row.Pattern))),
        ];
    }

    private static bool CanStandTogether(string one, string other) =>
        !NotTogether.Any(group => group.Contains(one) && group.Contains(other));

    private static string Written(RootCauses causes) =>
        string.Join(
            "; ",
            causes.Roots.Select(root =>
                $"{root.Name} at {root.Victim} explains "
                + $"[{Names(root.Folds.Select(one => one.Symptom.Check.Id))}] hides "
                + $"[{Names(root.Hides.Select(one => one.Check.Id))}]"
            )
        ) + $"; not known [{Names(causes.NotKnown.Select(one => one.Check.Id))}]";

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Distinct());
}
