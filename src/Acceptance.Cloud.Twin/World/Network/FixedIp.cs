namespace Acceptance.Cloud.Twin.World.Network;

/// <summary>An address of a port in a subnet.</summary>
internal sealed record FixedIp(string SubnetId, string Address);
