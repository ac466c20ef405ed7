using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.Faults.Kubernetes;

/// <summary>
/// D-035: the management VM has a second NIC, on the provider network. The VM itself goes on as before; what its pods
/// connect to outside never answers them.
/// </summary>
internal static class TwoHomes
{
    private const string Nova = "compute:nova";

    public static Fault Of()
    {
        NeutronPort? second = null;
        return new Fault(
            "D-035",
            "The management VM has a second interface, on the provider network: a connect of its pods to what is "
                + "outside hangs, and its own does not.",
            world =>
            {
                var server = world.Compute.Servers.First(one =>
                    one.Name == world.Plan.ManagementServer && one.ProjectId == world.Plan.CapiProjectId
                );
                var provider = world.Network.Networks.First(network => network.External);
                second = world.Network.Ports.Create(
                    new PortRequest(server.ProjectId, provider.Id) { DeviceId = server.Id, DeviceOwner = Nova }
                );
                world.Network.Ports.Bind(second, server.Id, Nova, server.Host ?? "");
                return server.Name;
            },
            world =>
            {
                if (second is not null)
                    world.Network.Ports.Delete(second.Id);
            }
        );
    }
}
