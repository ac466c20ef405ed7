namespace Acceptance.Cloud.Hosts;

/// <summary>A floating IP, and which of the ports that were tried took a connection from the jumphost.</summary>
/// <param name="Open">None: nothing there answered.</param>
public sealed record AddressAnswer(string Address, IReadOnlyList<int> Open);
