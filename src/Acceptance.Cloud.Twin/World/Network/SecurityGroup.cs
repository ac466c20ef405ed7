namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>A security group and its rules.</summary>
internal sealed class SecurityGroup : NeutronResource
{
    public List<SecurityGroupRule> Rules { get; } = [];
}
