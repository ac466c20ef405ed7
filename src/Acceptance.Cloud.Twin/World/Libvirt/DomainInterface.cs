namespace Acceptance.Cloud.Twin.World.Libvirt;

/// <summary>A NIC of a domain: which network it is on is a name, and stays one when the network has gone.</summary>
/// <param name="Mac">52:54:00:...</param>
/// <param name="Type">"network", "bridge", "user".</param>
/// <param name="Source">The network or bridge; null for a user-mode NIC.</param>
/// <param name="Model">"virtio"; null when the definition names none.</param>
internal sealed record DomainInterface(string Mac, string Type, string? Source, string? Model);
