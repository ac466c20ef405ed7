namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>What a project's servers may take together.</summary>
internal sealed class ComputeQuotas(WorldPlan plan, Servers servers)
{
    private readonly Dictionary<string, ComputeQuota> _quotas = new(StringComparer.Ordinal);

    /// <summary>A project's own quota, or the one that all begin with.</summary>
    public ComputeQuota Of(string projectId) => _quotas.GetValueOrDefault(projectId) ?? Standard;

    public ComputeQuota Standard => new(MostInstances, plan.CoresQuota, plan.MemoryQuotaMb);

    public void Set(string projectId, ComputeQuota quota) => _quotas[projectId] = quota;

    private const int MostInstances = 40;

    /// <summary>
    /// Refuses what the project's quota has no room for, in Nova's words: cores before instances before ram.
    /// </summary>
    public void Demand(string projectId, NovaFlavor flavor)
    {
        var own = servers.Where(server => server.ProjectId == projectId).ToList();
        var quota = Of(projectId);
        var over = new List<(string Name, int Asked, int Used, int Limit)>
        {
            ("cores", flavor.Vcpus, own.Sum(server => server.Flavor.Vcpus), quota.Cores),
            ("instances", 1, own.Count, quota.Instances),
            ("ram", flavor.MemoryMb, own.Sum(server => server.Flavor.MemoryMb), quota.MemoryMb),
        }.FindAll(one => one.Limit >= 0 && one.Used + one.Asked > one.Limit);
        if (over.Count == 0)
            return;
        string All(Func<(string Name, int Asked, int Used, int Limit), object> part) =>
            string.Join(", ", over.Select(part));
        throw new RefusedException(
            Refusal.OverQuota,
            $"Quota exceeded for {All(one => one.Name)}: Requested {All(one => one.Asked)}, "
                + $"but already used {All(one => one.Used)} of {All(one => one.Limit)} {All(one => one.Name)}"
        );
    }
}
