namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>What the servers of a project may take together; -1: no limit. Memory in MB.</summary>
internal sealed record ComputeQuota(int Instances, int Cores, int MemoryMb);
