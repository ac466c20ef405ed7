namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>What Nova needs to know of a machine; what can change is asked each time.</summary>
internal sealed record HostFacts(
    string Name,
    int MemoryMb,
    int Vcpus,
    int DiskGb,
    Func<int> ReservedMb,
    Func<bool> PoweredOn
);
