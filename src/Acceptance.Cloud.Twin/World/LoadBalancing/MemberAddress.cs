namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>Where a pool sends to.</summary>
internal sealed record MemberAddress(string Address, int Port, string? Name = null);
