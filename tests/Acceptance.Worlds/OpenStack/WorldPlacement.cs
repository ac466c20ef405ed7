using Acceptance.Cloud;
using Acceptance.Cloud.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Worlds.OpenStack;

/// <summary>Placement, an administrator's only.</summary>
internal sealed class WorldPlacement(TwinWorld world, WorldServices services) : IPlacement
{
    public Task<Reading<IReadOnlyList<ResourceProvider>>> Providers(CancellationToken cancel = default) =>
        services.Ask<IReadOnlyList<ResourceProvider>>(
            Scope.Admin,
            "placement",
            "/resource_providers",
            _ => [.. world.Placement.Providers.Select(Memory)],
            caller => caller.IsAdmin
        );

    public Task<Reading<IReadOnlyList<string>>> Candidates(
        int ramMb,
        int vcpus,
        int diskGb,
        CancellationToken cancel = default
    ) =>
        services.Ask<IReadOnlyList<string>>(
            Scope.Admin,
            "placement",
            "/allocation_candidates",
            _ =>
                [
                    .. world
                        .Placement.Candidates(
                            new Dictionary<string, int>
                            {
                                [Placement.Cpu] = vcpus,
                                [Placement.Memory] = ramMb,
                                [Placement.Disk] = diskGb,
                            }
                        )
                        .Select(node => node.Name),
                ],
            caller => caller.IsAdmin
        );

    private ResourceProvider Memory(ComputeNode node)
    {
        var memory = world.Placement.Inventories(node).Single(one => one.ResourceClass == Placement.Memory);
        return new ResourceProvider(
            node.Id,
            node.Name,
            memory.Total,
            memory.Reserved,
            memory.Ratio,
            world.Placement.Used(node, Placement.Memory)
        );
    }
}
