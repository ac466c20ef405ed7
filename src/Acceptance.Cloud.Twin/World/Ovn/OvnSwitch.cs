namespace Acceptance.Cloud.Twin.World.Ovn;

/// <summary>A logical switch; Neutron names it after its network and notes the network's own name (null: somebody else made it).</summary>
public sealed record OvnSwitch(string Id, string Name, string? Aka, IReadOnlyList<OvnPort> Ports);
