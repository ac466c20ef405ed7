namespace Acceptance.Cloud.Twin.World.Maas;

/// <summary>An interface's place on a subnet: mode "static", "auto", "dhcp" or "link_up", and its address.</summary>
internal sealed record MaasLink(int Id, string Mode, MaasSpace Subnet, string? Address);
