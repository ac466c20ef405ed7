using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Faults.Infrastructure;

/// <summary>amphora-headroom: another tenant fills the hosts up to the scheduler's ceiling.</summary>
internal static class NoHeadroom
{
    private const string Tenant = "batch-jobs";
    private static readonly int[] Sizes = [16384, 8192, 4096, 2048, 1024];

    public static Fault Of(ApiLoadBalancers candidates)
    {
        var fillers = new List<NovaServer>();
        return new Fault(
            "amphora-headroom",
            "The hosts are filled to the scheduler's ceiling by another tenant: "
                + "no host takes one amphora more, so no failover can end well.",
            world =>
            {
                // Without the room for its own machines the cluster could not be built: the tenant comes when it
                // stands.
                if (candidates.Draw() is null)
                    return null;
                foreach (var node in world.Compute.Hypervisors.Where(node => node is { Up: true, Disabled: false }))
                    fillers.AddRange(Fill(world, node));
                return string.Join(", ", world.Compute.Hypervisors.Select(node => node.Name));
            },
            world =>
            {
                foreach (var filler in fillers)
                    world.Compute.Power.Delete(filler);
                fillers.Clear();
            }
        );
    }

    private static IEnumerable<NovaServer> Fill(TwinWorld world, ComputeNode node)
    {
        var project =
            world.Identity.Projects.Find(one => one.Name == Tenant)
            ?? world.Identity.CreateProject(Tenant, world.Identity.Domain("default"), "another tenant");
        var room = world.LoadBalancing.Amphorae.Flavor.MemoryMb;
        var number = 0;
        while (world.Placement.Free(node, Placement.Memory) >= room)
        {
            var free = world.Placement.Free(node, Placement.Memory);
            var size = Sizes.First(candidate => candidate <= free);
            yield return world.Compute.Boot(
                new ServerRequest(
                    $"batch-{node.Name}-{++number}",
                    project.Id,
                    world.Identity.Admin.Id,
                    Flavor(world, size).Id
                )
                {
                    Image = "ubuntu-noble",
                    Host = node.Name,
                    Standing = true,
                }
            );
        }
    }

    private static NovaFlavor Flavor(TwinWorld world, int memoryMb) =>
        world.Compute.Flavors.Find($"batch.{memoryMb / 1024}g")
        ?? world.Compute.Flavors.Create($"batch.{memoryMb / 1024}g", memoryMb, 1, 5);
}
