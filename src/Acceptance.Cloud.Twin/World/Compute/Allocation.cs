namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>What a consumer (a server) holds of a resource provider (a hypervisor).</summary>
internal sealed record Allocation(
    string ConsumerId,
    string ProviderId,
    int MemoryMb,
    int Vcpus,
    int DiskGb,
    string ProjectId,
    string UserId
);
