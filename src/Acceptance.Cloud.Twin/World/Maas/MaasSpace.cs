namespace Acceptance.Cloud.Twin.World.Maas;

/// <summary>A space and its one subnet (D-052/D-053: six planes, a /22 each).</summary>
internal sealed record MaasSpace(int Id, string Name, int Vlan, int Subnet, string Cidr, string? Gateway);
