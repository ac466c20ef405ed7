using Acceptance.Cloud.Twin.World.Management;

namespace Acceptance.Cloud.Twin.Faults.Kubernetes;

/// <summary>
/// D-034: clusterctl init ran where ORC was not installed. CAPO looks for ORC's definition of an image as it starts,
/// and ends; clusters get networks and load balancers, and no machine.
/// </summary>
internal static class MissingOrc
{
    public static Fault Of() =>
        new(
            "D-034",
            "clusterctl init ran before ORC was installed: CAPO ends soon after each start, and machines are not made.",
            world =>
            {
                ManagementContent.RemoveOrc(world.Management.Kube);
                return world.Management.Capo.Start() is { } pod ? $"{pod.Namespace}/{pod.Name}" : null;
            },
            world => ManagementContent.InstallOrc(world.Management.Kube, world.Ground)
        );
}
