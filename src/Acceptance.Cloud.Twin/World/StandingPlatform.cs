using Acceptance.Cloud.Twin.World.Compute;
using Acceptance.Cloud.Twin.World.Identity;
using Acceptance.Cloud.Twin.World.Images;
using Acceptance.Cloud.Twin.World.LoadBalancing;
using Acceptance.Cloud.Twin.World.Network;

namespace Acceptance.Cloud.Twin.World;

/// <summary>
/// What the platform has before any tenant: flavors, the provider's network, and Octavia on its management network.
/// </summary>
internal static class StandingPlatform
{
    public static Infrastructure Make(
        Ground ground,
        IdentityModel identity,
        ImagesModel images,
        Neutron network,
        Nova compute
    )
    {
        MakeFlavors(ground.Plan, compute.Flavors);
        MakeExternal(ground.Plan, network, identity.Project(ground.Plan.AdminProject).Id);
        var services = identity.Project("services").Id;
        var management = network.Networks.Create(services, "lb-mgmt-net");
        network.Subnets.Create(
            new SubnetRequest(services, management.Id, "lb-mgmt-subnetv6", "fc00:a6b2:94ee:1f08::/64")
        );
        var owner = new AmphoraOwner(services, identity.User("octavia").Id, management.Id);
        return new Infrastructure(network, compute, new Octavia(ground, owner, compute, network, images));
    }

    private static void MakeFlavors(WorldPlan plan, Flavors flavors)
    {
        flavors.Create("charm-octavia", 1024, 1, 8, isPublic: false);
        flavors.Create("gp.small", 2048, 1, 20);
        flavors.Create(plan.MasterFlavor, 8192, 2, 40);
        flavors.Create("gp.large", 16384, 4, 80);
        flavors.Create(plan.WorkerFlavor, 4096, 2, 20);
    }

    private static void MakeExternal(WorldPlan plan, Neutron network, string owner)
    {
        var external = network.Networks.Create(
            owner,
            plan.ExternalNetwork,
            external: true,
            physicalNetwork: plan.PhysicalNetwork
        );
        network.Subnets.Create(
            new SubnetRequest(owner, external.Id, $"{plan.ExternalNetwork}-subnet", $"{plan.Address("4.0")}/22")
            {
                GatewayIp = plan.Address("4.1"),
                PoolStart = plan.Address("7.10"),
                PoolEnd = plan.Address("7.250"),
                EnableDhcp = false,
            }
        );
    }
}
