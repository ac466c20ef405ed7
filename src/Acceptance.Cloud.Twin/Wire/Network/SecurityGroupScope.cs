using Acceptance.Cloud.Twin.Wire.OpenStack;
using Acceptance.Cloud.Twin.World.Network;
using static Acceptance.Cloud.Twin.Wire.Network.NetworkPolicy;

namespace Acceptance.Cloud.Twin.Wire.Network;

/// <summary>The security groups that a caller sees.</summary>
internal static class SecurityGroupScope
{
    public static SecurityGroup OwnGroup(this Neutron neutron, OpenStackRequest request, string id) =>
        neutron.SecurityGroups.FirstOrDefault(group => group.Id == id && Owns(request, group))
        ?? throw new ApiRefusal(404, $"Security group {id} does not exist", "SecurityGroupNotFound");
}
