namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>Placement: who offers what, who holds what. It knows amounts, not whether a host lives.</summary>
internal sealed class Placement(WorldPlan plan, Hypervisors hypervisors)
{
    public const string Memory = "MEMORY_MB";
    public const string Cpu = "VCPU";
    public const string Disk = "DISK_GB";

    private readonly Dictionary<string, Allocation> _allocations = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Provider, string ResourceClass), int> _used = [];
    private readonly Dictionary<string, int> _generations = new(StringComparer.Ordinal);

    public IEnumerable<ComputeNode> Providers => hypervisors;

    public IReadOnlyCollection<Allocation> Allocations => _allocations.Values;

    public ComputeNode? Provider(string id) => Providers.FirstOrDefault(provider => provider.Id == id);

    public Allocation? AllocationOf(string consumerId) => _allocations.GetValueOrDefault(consumerId);

    public int Generation(string providerId) => _generations.GetValueOrDefault(providerId, 1);

    public IReadOnlyList<Inventory> Inventories(ComputeNode provider) =>
        [
            new Inventory(Cpu, provider.Host.Vcpus, 0, plan.CpuAllocationRatio, provider.Host.Vcpus),
            new Inventory(
                Memory,
                provider.Host.MemoryMb,
                provider.Host.ReservedMb(),
                plan.RamAllocationRatio,
                provider.Host.MemoryMb
            ),
            new Inventory(Disk, provider.Host.DiskGb, 0, 1.0, provider.Host.DiskGb),
        ];

    public int Used(ComputeNode provider, string resourceClass) =>
        _used.GetValueOrDefault((provider.Id, resourceClass));

    /// <summary>
    /// What is still free below the ceiling; negative when the reserve was raised under what already runs.
    /// </summary>
    public int Free(ComputeNode provider, string resourceClass) =>
        Inventories(provider).Single(inventory => inventory.ResourceClass == resourceClass).Ceiling
        - Used(provider, resourceClass);

    /// <summary>The providers that would take these amounts, by class; the same rule the scheduler asks.</summary>
    public IReadOnlyList<ComputeNode> Candidates(IReadOnlyDictionary<string, int> resources) =>
        [.. Providers.Where(provider => resources.All(wanted => Takes(provider, wanted.Key, wanted.Value)))];

    internal void Claim(string consumerId, ComputeNode provider, NovaFlavor flavor, string projectId, string userId)
    {
        Release(consumerId);
        var claimed = new Allocation(
            consumerId,
            provider.Id,
            flavor.MemoryMb,
            flavor.Vcpus,
            flavor.DiskGb,
            projectId,
            userId
        );
        _allocations[consumerId] = claimed;
        Count(claimed, 1);
        _generations[provider.Id] = Generation(provider.Id) + 1;
    }

    internal void Release(string consumerId)
    {
        if (!_allocations.Remove(consumerId, out var gone))
            return;
        Count(gone, -1);
        _generations[gone.ProviderId] = Generation(gone.ProviderId) + 1;
    }

    private void Count(Allocation allocation, int sign)
    {
        foreach (var kind in new[] { Memory, Cpu, Disk })
            _used[(allocation.ProviderId, kind)] =
                _used.GetValueOrDefault((allocation.ProviderId, kind)) + (sign * Amount(allocation, kind));
    }

    private bool Takes(ComputeNode provider, string resourceClass, int amount)
    {
        var inventory = Inventories(provider).FirstOrDefault(one => one.ResourceClass == resourceClass);
        return inventory is not null
            && amount <= inventory.MaxUnit
            && Used(provider, resourceClass) + amount <= inventory.Ceiling;
    }

    public static int Amount(Allocation allocation, string resourceClass) =>
        resourceClass switch
        {
            Memory => allocation.MemoryMb,
            Cpu => allocation.Vcpus,
            Disk => allocation.DiskGb,
            _ => 0,
        };
}
