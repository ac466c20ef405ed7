using Acceptance.Cloud.Maas;

namespace Acceptance.Cloud.Facts;

/// <summary>What MAAS knows.</summary>
public static class MaasFacts
{
    /// <summary>Every machine of the region, with the system_id that it has today.</summary>
    public static FactKey<IReadOnlyList<MaasMachine>> Machines { get; } =
        FactKey<IReadOnlyList<MaasMachine>>.Moving("maas machines", source => source.Cloud.Maas.Machines());
}
