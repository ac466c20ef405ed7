namespace Acceptance.Cloud.Juju;

/// <summary>
/// A model as `juju status --format=json` shows it (FACTS 8.1): machines with their containers, applications, units
/// with subordinates.
/// </summary>
public sealed record JujuModel(
    string Controller,
    string Name,
    IReadOnlyList<JujuMachine> Machines,
    IReadOnlyList<JujuApplication> Applications,
    IReadOnlyList<JujuUnit> Units
)
{
    /// <summary>
    /// Since when the model is available (model-status.since): not before this was anything deployed. Null when juju
    /// printed none.
    /// </summary>
    public DateTimeOffset? Since { get; init; }
}
