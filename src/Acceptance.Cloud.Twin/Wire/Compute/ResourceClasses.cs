using System.Text.Json.Nodes;
using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World;
using Acceptance.Cloud.Twin.World.Compute;
using static Acceptance.Cloud.Twin.Wire.Compute.PlacementRules;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>The classes of what can be had.</summary>
internal sealed class ResourceClasses(TwinWorld world) : IResource
{
    public static readonly string[] Names =
    [
        Placement.Cpu,
        Placement.Memory,
        Placement.Disk,
        "PCI_DEVICE",
        "SRIOV_NET_VF",
        "NUMA_SOCKET",
        "NUMA_CORE",
        "NUMA_THREAD",
        "NUMA_MEMORY_MB",
        "IPV4_ADDRESS",
        "VGPU",
    ];

    public IReadOnlyList<Route> Routes => [Route.Get("/resource_classes", List)];

    private WireAnswer List(OpenStackRequest request)
    {
        DemandVersion(request, "1.2");
        return world.Fresh(request, new JsonObject { ["resource_classes"] = new JsonArray([.. Names.Select(Write)]) });
    }

    private static JsonObject Write(string name) =>
        new()
        {
            ["name"] = name,
            ["links"] = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = $"/resource_classes/{name}" }),
        };
}
