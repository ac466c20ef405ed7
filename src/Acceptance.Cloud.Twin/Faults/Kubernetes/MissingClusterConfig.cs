using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Cloud.Twin.Faults.Kubernetes;

/// <summary>
/// DOCFIX-024: the file that the management cluster was bootstrapped with has no cluster-config block. The bootstrap
/// succeeds, network and dns stay off, and the node never becomes ready.
/// </summary>
internal static class MissingClusterConfig
{
    public static Fault Of() =>
        new(
            "DOCFIX-024",
            "the management cluster was bootstrapped without a cluster-config block: it has no network and no dns.",
            world =>
            {
                world.Management.LeaveFeaturesOff();
                return world.Plan.ManagementServer;
            },
            world =>
            {
                world.Management.Enable(SnapFeatures.OfNetwork);
                world.Management.Enable(SnapFeatures.OfDns);
            }
        );
}
