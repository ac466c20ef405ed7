using Acceptance.Cloud.Twin.World.Compute;

namespace Acceptance.Cloud.Twin.Wire.Compute;

/// <summary>The classes of what can be had.</summary>
internal static class ResourceClasses
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
}
