namespace Acceptance.Cloud.Juju;

/// <summary>
/// An application: its charm, how many units it has of its own (0 for a subordinate), and to whom it is subordinate.
/// </summary>
public sealed record JujuApplication(string Name, string CharmName, int Units, IReadOnlyList<string> SubordinateTo);
