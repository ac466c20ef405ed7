namespace Acceptance.Cloud.Twin.World.Hosts;

/// <summary>
/// Where hosts and containers live on the six planes (D-052/D-053): the hosts at .40 and up, containers from .64,
/// both outside the reserved .2 to .63 of the VIPs.
/// Worlds of hundreds of hosts go on in the next /24s.
/// </summary>
internal static class HostAddresses
{
    private const int FirstHost = 40;
    private const int FirstContainer = 64;
    private const int RoomBeforeVips = 10;

    /// <summary>Space name -> third octet.</summary>
    public static IReadOnlyDictionary<string, int> Planes { get; } =
        new Dictionary<string, int>
        {
            ["provider-public"] = 4,
            ["metal-admin"] = 8,
            ["metal-internal"] = 12,
            ["data-tenant"] = 16,
            ["storage"] = 32,
            ["replication"] = 36,
        };

    public static string OfHost(WorldPlan plan, string space, int host) =>
        host < RoomBeforeVips
            ? plan.Address($"{Planes[space]}.{FirstHost + host}")
            : plan.Address($"{Planes[space] + 64 + (host / 250)}.{1 + (host % 250)}");

    /// <summary>The n-th container; they skip nothing, so that an address names one unit.</summary>
    public static string OfContainer(WorldPlan plan, string space, int container) =>
        plan.Address($"{Planes[space] + ((FirstContainer + container) / 250)}.{(FirstContainer + container) % 250}");
}
