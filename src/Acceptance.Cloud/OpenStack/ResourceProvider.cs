namespace Acceptance.Cloud.OpenStack;

/// <summary>A provider's memory as Placement sees it, in MiB: ceiling = (total - reserved) * ratio.</summary>
public sealed record ResourceProvider(
    string Id,
    string Name,
    int MemoryTotalMb,
    int MemoryReservedMb,
    double MemoryRatio,
    int MemoryUsedMb
);
