using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Network;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkPolicy;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>The networks and subnets that a caller sees.</summary>
internal static class NetworkScope
{
    public static IEnumerable<NeutronNetwork> VisibleNetworks(this Neutron neutron, OpenStackRequest request) =>
        neutron.Networks.Where(network => Owns(request, network) || network.External || network.Shared);

    /// <summary>The subnets of an external network are its owner's to see, as Neutron has it.</summary>
    public static IEnumerable<NeutronSubnet> VisibleSubnets(this Neutron neutron, OpenStackRequest request) =>
        neutron.Subnets.Where(subnet =>
            Owns(request, subnet) || neutron.Networks.Any(network => network.Id == subnet.NetworkId && network.Shared)
        );

    public static NeutronNetwork VisibleNetwork(this Neutron neutron, OpenStackRequest request, string id) =>
        neutron.VisibleNetworks(request).FirstOrDefault(network => network.Id == id)
        ?? throw new ApiRefusal(404, $"Network {id} could not be found.", "NetworkNotFound");
}
