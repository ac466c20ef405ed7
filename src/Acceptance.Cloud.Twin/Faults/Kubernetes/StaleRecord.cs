using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Faults.Kubernetes;

/// <summary>
/// mgmt-fip-stale: the operator's net.env still names the floating IP of an earlier rebuild (DOCFIX-038).
/// </summary>
internal static class StaleRecord
{
    public static Fault Of() =>
        new(
            "mgmt-fip-stale",
            "The operator's capi-mgmt-net.env names a floating IP of an earlier rebuild; "
                + "the management VM has another.",
            world =>
            {
                world.Jumphost.RecordManagementFip(NobodysAddress(world));
                return world.Plan.ManagementServer;
            },
            world => world.Jumphost.RecordManagementFip(null)
        );

    private static string NobodysAddress(TwinWorld world)
    {
        while (true)
        {
            var drawn = world.Plan.Address($"7.{world.Random.Next(12, 40)}");
            if (world.Network.FloatingIps.Find(drawn) is null)
                return drawn;
        }
    }
}
