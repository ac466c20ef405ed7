namespace Acceptance.Cloud.Twin.World.LoadBalancing;

/// <summary>Whose servers the amphorae are, and the network on which Octavia speaks to them.</summary>
internal sealed record AmphoraOwner(string ProjectId, string UserId, string ManagementNetworkId);
