namespace Acceptance.Cloud.Juju;

/// <summary>
/// An application: its charm, how many units it has of its own (0 for a subordinate), and to whom it is subordinate.
/// </summary>
public sealed record JujuApplication(string Name, string CharmName, int Units, IReadOnlyList<string> SubordinateTo)
{
    /// <summary>Of its charm, "1.8/stable"; empty where juju printed none.</summary>
    public string Channel { get; init; } = "";

    /// <summary>Of its charm; null where juju printed none.</summary>
    public int? Revision { get; init; }
}
