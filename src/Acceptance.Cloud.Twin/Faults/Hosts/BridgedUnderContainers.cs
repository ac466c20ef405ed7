using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Faults.Hosts;

/// <summary>
/// D-057: every host's provider NIC is in a bridge that Juju made, and none is left for the provider network.
/// </summary>
internal static class BridgedUnderContainers
{
    public static Fault Of() =>
        new(
            "D-057",
            "Juju bridged the provider NIC under the containers on every host: floating IPs are dark, VIPs answer",
            world =>
            {
                Bridge(world, byJuju: true);
                return string.Join(", ", world.Ovn.Chassis.Select(chassis => chassis.Unit.Name));
            },
            world => Bridge(world, byJuju: false)
        );

    /// <summary>The same darkness with another cause: no bridge of a host shows it.</summary>
    public static Fault Beyond() =>
        new(
            "provider-network-lost",
            "The network beyond the hosts carries nothing to the provider network: their bridges are up, floating IPs "
                + "are dark, VIPs answer",
            world =>
            {
                world.Ground.Provider.Carry(false);
                return world.Management.Address;
            },
            world => world.Ground.Provider.Carry(true)
        );

    private static void Bridge(TwinWorld world, bool byJuju)
    {
        foreach (var host in world.Hosts)
            host.NicBridgedByJuju = byJuju;
    }
}
