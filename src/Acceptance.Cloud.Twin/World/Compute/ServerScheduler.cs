namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>Finds a server its host.</summary>
internal sealed class ServerScheduler(Placement placement)
{
    /// <summary>What Placement offers, less the hosts that are disabled or not heard; the roomiest takes it.</summary>
    public ComputeNode? Choose(NovaFlavor flavor, string? only)
    {
        var wanted = new Dictionary<string, int>
        {
            [Placement.Memory] = flavor.MemoryMb,
            [Placement.Cpu] = flavor.Vcpus,
            [Placement.Disk] = flavor.DiskGb,
        };
        return placement
            .Candidates(wanted)
            .Where(host => host is { Disabled: false, Up: true } && (only is null || host.Name == only))
            .OrderByDescending(host => placement.Free(host, Placement.Memory))
            .ThenBy(host => host.Name, StringComparer.Ordinal)
            .FirstOrDefault();
    }
}
