using System.Globalization;
using Acceptance.Cloud.Twin;
using Acceptance.Cloud.Twin.World;

namespace Acceptance.Worlds;

/// <summary>
/// Healthy worlds drawn from a seed: another size, other names, other addresses than the runbooks' cloud, and the
/// untidiness of real ones. The same seed draws the same world again.
/// </summary>
public static class DrawnWorlds
{
    private static readonly string[] HostNames = ["openstack", "node-", "hv", "compute-"];
    private static readonly string[] Regions = ["RegionOne", "eu-1", "North", "region_b"];
    private static readonly string[] Towns = ["aarau", "bergen", "cadiz", "dresden", "evora", "faro", "ghent", "hull"];

    /// <param name="world">rebuilt, or accepted.</param>
    public static TwinOptions Of(int seed, string world = "accepted") =>
        new()
        {
            World = world,
            Seed = seed,
            Untidy = ["drawn"],
            Plan = plan => Drawn(plan, new Random(seed)),
        };

    private static WorldPlan Drawn(WorldPlan plan, Random random)
    {
        string Town() => Towns[random.Next(Towns.Length)];
        return Services(plan, random) with
        {
            Controller = $"{Town()}-controller",
            Model = random.Next(2) == 0 ? "openstack" : $"{Town()}-cloud",
            Hosts = Hosts(random),
            HostMemoryMb = 1024 * random.Next(32, 65),
            ReservedHostMemoryMb = 1024 * random.Next(6, 10),
            SnapshotTags = [$"{Town()}-deployed", $"{Town()}-tenants"],
            LostAgentWorkload = random.Next(2) == 0 ? "as-read" : "as-source",
            MySqlShell = random.Next(2) == 0 ? "8.0.45" : "8.0.25",
            ParkedHealth = random.Next(2) == 0 ? "as-observed" : "as-source",
        };
    }

    private static string[] Hosts(Random random)
    {
        var name = HostNames[random.Next(HostNames.Length)];
        return [.. Enumerable.Range(0, random.Next(3, 10)).Select(number => $"{name}{number}")];
    }

    /// <summary>What OpenStack and its tenant are called, and where they are.</summary>
    private static WorldPlan Services(WorldPlan plan, Random random)
    {
        var town = Towns[random.Next(Towns.Length)];
        var version = string.Create(CultureInfo.InvariantCulture, $"v1.{random.Next(30, 36)}.{random.Next(1, 15)}");
        int[] octets = [.. Enumerable.Range(50, 11)];
        random.Shuffle(octets);
        return plan with
        {
            Region = Regions[random.Next(Regions.Length)],
            Vips = plan.Vips.Keys.Zip(octets).ToDictionary(one => one.First, one => $"4.{one.Second}"),
            CapiDomain = $"{town}-domain",
            CapiProject = $"{town}-clusters",
            CapiProjectId = Hex(random, 32),
            ExternalNetwork = $"{town}-ext",
            Keypair = $"{town}-key",
            MasterFlavor = $"m.{town}",
            WorkerFlavor = $"w.{town}",
            ManagementServer = $"{town}-mgmt",
            ManagementFip = $"7.{random.Next(41, 60)}",
            Image = $"ubuntu-jammy-kube-{version}",
            KubeVersion = version,
            Template = $"{town}-template",
            Cluster = $"{town}-{random.Next(1, 9)}",
            ApiLoadBalancerId = new Guid(
                Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256)).ToArray()
            ).ToString(),
        };
    }

    private static string Hex(Random random, int digits) =>
        string.Concat(Enumerable.Range(0, digits).Select(_ => "0123456789abcdef"[random.Next(16)]));
}
