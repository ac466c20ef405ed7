using System.Text.RegularExpressions;
using Acceptance.Cloud.Facts;
using Acceptance.Decisions.Checks;
using Acceptance.Decisions.Checks.Clusters;
using Acceptance.Decisions.Checks.LoadBalancing;
using Acceptance.Decisions.Gates;
using Acceptance.Decisions.Verdicts;
using Acceptance.Runs.Tests;
using Acceptance.Surroundings;

namespace Acceptance.Worlds.Tests;

/// <summary>Every check judged on the facts of many worlds, healthy and broken.</summary>
public sealed class JudgementTests
{
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(5);

    /// <summary>What only a deed of a run sees.</summary>
    private static readonly FactKey[] Witnessed =
    [
        ServiceFacts.Visits,
        ServiceFacts.ServiceRemnants,
        ServiceFacts.Failover,
        ClusterFacts.Kubeconfig,
        ClusterFacts.Removed,
        ClusterFacts.Remnants,
        MagnumFacts.ClearedImages,
        MagnumFacts.ClusterMade,
        WorkloadFacts.PodsBefore,
        PrerequisiteFacts.TrustMade,
        PrerequisiteFacts.SecretStored,
        ManagementFacts.PodThatConnects,
    ];

    private static int Healthy => Breadth.Whole ? 200 : 12;

    private static int Each => Breadth.Whole ? 50 : 1;

    private static IEnumerable<int> Seeds(int count) => Enumerable.Range(Breadth.Seed, count);

    private static IEnumerable<TestCaseData> Wired =>
        Breadth
            .Sample([.. FaultRows.Red.Where(Judged).SelectMany(_ => Seeds(2), (row, seed) => (row, seed))], 2)
            .Select(one =>
                new TestCaseData(one.row, one.seed).SetArgDisplayNames(one.row.Fault, one.row.World, $"seed {one.seed}")
            );

    [Test]
    public async Task A_healthy_world_keeps_every_promise()
    {
        List<string> red = [];
        HashSet<Check> kept = [];
        List<string> untidy = [];
        foreach (var seed in Seeds(Healthy))
        {
            var world = Standing(seed);
            untidy.AddRange(world.Untidy);
            var verdicts = await Later(world);
            kept.UnionWith(verdicts.All.Where(one => one.Value.Passes).Select(one => one.Key));
            red.AddRange(
                verdicts
                    .All.Where(one => one.Value is not (Verdict.Kept or Verdict.NotAsked or Verdict.Waived))
                    .Select(one => $"seed {seed}: {one.Key.Id}: {one.Value.Words}")
            );
        }

        await TestContext.Out.WriteLineAsync(
            $"{Healthy} worlds from seed {Breadth.Seed} on; kept at least once: {kept.Count} of "
                + $"{CheckCatalogue.All.Count} checks; untidy: "
                + string.Join(", ", untidy.CountBy(id => id).Select(one => $"{one.Key} {one.Value}"))
        );
        string.Join('\n', red).Should().BeEmpty($"ACCEPTANCE_SEED={Breadth.Seed}");
        CheckCatalogue.All.Except(kept).Should().OnlyContain(check => check.Facts.Any(Witnessed.Contains));
    }

    [Test]
    public async Task A_world_that_was_broken_on_purpose_is_caught()
    {
        string[] faults =
        [
            .. FaultRows.Red.Where(Judged).Where(row => row.World == "accepted").Select(row => row.Fault),
        ];
        foreach (var seed in Seeds(Healthy))
        {
            var world = WirelessWorld.Make(DrawnWorlds.Of(seed));
            var fault = faults[seed % faults.Length];
            world.Break(fault);
            (await Later(world)).Lowest.Should().NotBeNull($"{fault} is in force, seed {seed}");
        }
    }

    [Test]
    public async Task A_fault_is_named_with_its_layer_its_victim_and_its_entry()
    {
        List<string> misses = [];
        var asked = 0;
        foreach (var row in FaultRows.Red.Where(Judged))
        {
            foreach (var seed in Seeds(Each))
            {
                asked++;
                if (await Miss(row, WirelessWorld.Make(DrawnWorlds.Of(seed, row.World)), seed) is { } miss)
                    misses.Add(miss);
            }
        }

        var left = FaultRows.Red.Where(row => !Judged(row)).Select(row => $"{row.Fault} in {row.World}");
        await TestContext.Out.WriteLineAsync(
            $"named: {asked - misses.Count} of {asked} (from seed {Breadth.Seed}); seen by a deed of a run alone: "
                + $"{string.Join(", ", left)}\n{string.Join('\n', misses)}"
        );
        string.Join('\n', misses).Should().BeEmpty($"ACCEPTANCE_SEED={Breadth.Seed}");
    }

    [TestCaseSource(nameof(Wired)), CancelAfter(600_000)]
    public async Task A_fault_is_named_likewise_by_what_the_drivers_read(
        (string Fault, string World, string Rung, string Entry, string Victim) row,
        int seed
    )
    {
        await using var world = WiredWorld.Serve(DrawnWorlds.Of(seed, row.World));
        (await Miss(row, world, seed)).Should().BeNull($"ACCEPTANCE_SEED={Breadth.Seed}");
    }

    /// <summary>A healthy world with its cluster: as accepted, or made now in a rebuilt one.</summary>
    private static WirelessWorld Standing(int seed)
    {
        if (seed % 4 != 0)
            return WirelessWorld.Make(DrawnWorlds.Of(seed));
        var rebuilt = WirelessWorld.Make(DrawnWorlds.Of(seed, "rebuilt"));
        rebuilt.MakeImageAndTemplate();
        rebuilt.MakeCluster();
        return rebuilt;
    }

    private static async Task<string?> Miss(
        (string Fault, string World, string Rung, string Entry, string Victim) row,
        DrawnWorld world,
        int seed
    )
    {
        world.Break(row.Fault);
        var found = row.World == "rebuilt" ? await BeforeTheCluster(world) : null;
        if (found is null && row.World == "rebuilt")
            world.MakeCluster();
        if (row.Fault == "stuck-delete")
            world.DeleteWorkload();
        found ??= (await Later(world)).Lowest;
        return
            found?.Rung.Name == row.Rung
            && found.Issue?.Id == row.Entry
            && Regex.IsMatch(found.Victim ?? "", Victim(row.Victim, world))
            ? null
            : $"{row.Fault} in {row.World}, seed {seed}: {found?.Rung.Name} {found?.Issue?.Id} {found?.Victim}: "
                + $"{found?.Sentence} ({found?.SeenBy?.Feature})";
    }

    /// <summary>A run looks at what it laid out before it makes a cluster of it.</summary>
    private static async Task<Diagnosis?> BeforeTheCluster(DrawnWorld world)
    {
        world.MakeImageAndTemplate();
        return (await WorldVerdicts.Of(world.Cloud)).Lowest;
    }

    /// <summary>After a while, with the pods seen at both its ends, as a run sees them.</summary>
    private static async Task<WorldVerdicts> Later(DrawnWorld world)
    {
        var before = await world.Facts().Read(WorkloadFacts.Pods);
        world.Advance(Settled);
        var facts = world.Facts();
        facts.Put(WorkloadFacts.PodsBefore, before);
        return await WorldVerdicts.Of(world.Cloud, facts);
    }

    /// <summary>The rows name the runbooks' cloud; a drawn world has names of its own.</summary>
    private static string Victim(string row, DrawnWorld world)
    {
        var (site, computes) = (world.Site, world.World.Compute.Hypervisors.Select(node => node.Name));
        return row.Replace("openstack0, openstack1, openstack2, openstack3", string.Join(", ", computes))
            .Replace("capi-mgmt-v2", site.Management!.Server)
            .Replace("capi-mgmt", site.Workload!.Project)
            .Replace("capi-test-1", site.Workload.Cluster)
            .Replace("capi-k8s-v1-34", site.Workload.Template.Name)
            .Replace("ubuntu-jammy-kube-v1.34.8", site.Workload.Image.Name);
    }

    /// <summary>
    /// A fault that only a deed of a run meets (a download, visits of a Service, a secret that is stored) is left to
    /// runs, and one that the site's file tells of, which a world has read before it is broken.
    /// </summary>
    private static bool Judged((string Fault, string World, string Rung, string Entry, string Victim) row) =>
        row.Fault is not ("cdn-truncated" or "cdn-dark" or "round-robin-one-pod" or "D-067" or "capture-refused");
}
