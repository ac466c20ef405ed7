namespace Acceptance.Cloud.Juju;

/// <summary>A controller: its name on this client and its uuid.</summary>
public sealed record JujuController(string Name, string Uuid);
