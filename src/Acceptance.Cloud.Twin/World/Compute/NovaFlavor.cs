namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>A flavor: memory in MB, disk in GB.</summary>
internal sealed record NovaFlavor(string Id, string Name, int MemoryMb, int Vcpus, int DiskGb)
{
    public bool IsPublic { get; init; } = true;

    public Dictionary<string, string> ExtraSpecs { get; } = [];
}
