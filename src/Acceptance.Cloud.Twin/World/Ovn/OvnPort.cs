namespace Acceptance.Cloud.Twin.World.Ovn;

/// <summary>A logical switch port: its name, its addresses as "MAC IP", and the host that it is bound to (null: to none).</summary>
public sealed record OvnPort(string Id, string Name, string Addresses, string? Host);
